'use client';

import { route } from '@/lib/api/client';
import { useEndpointQuery } from '@/lib/api/query';
import type * as contract from './contract';

const getPrompt = route<typeof contract.getPrompt>('GET', '/v1/hosted-agents/:id/messages/:messageId/prompt');

/** What the agent saw before it wrote a reply. It never changes. */
export function usePrompt(agentId: string, messageId: string) {
  return useEndpointQuery(getPrompt, { params: { id: agentId, messageId } }, { staleTime: Infinity });
}
