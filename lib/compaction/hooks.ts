'use client';

import { useQueryClient } from '@tanstack/react-query';
import { route } from '@/lib/api/client';
import { useEndpointMutation } from '@/lib/api/query';
import { messagesKey } from '@/lib/conversations/hooks';
import type * as contract from './contract';

const compactConversation = route<typeof contract.compactConversation>('POST', '/v1/hosted-agents/:id/conversations/compact');

/** Lets a summary stand for the older messages of a conversation; its notice shows in the list of messages. */
export function useCompactConversation(agentId: string) {
  const client = useQueryClient();
  return useEndpointMutation(compactConversation, (conversationId: number) => ({ params: { id: agentId }, body: { conversationId } }), {
    onSuccess: (_answer, conversationId) => client.invalidateQueries({ queryKey: messagesKey(agentId, conversationId) }),
  });
}
