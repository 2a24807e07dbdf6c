'use client';

import { route } from '@/lib/api/client';
import { useEndpointQuery } from '@/lib/api/query';
import type * as contract from './contract';

const listTemplates = route<typeof contract.listTemplates>('GET', '/v1/hosted-agents/templates');

/** All persona templates; they change with a release alone. */
export function useTemplates() {
  return useEndpointQuery(listTemplates, {}, { staleTime: Number.POSITIVE_INFINITY });
}
