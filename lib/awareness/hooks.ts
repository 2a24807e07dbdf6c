'use client';

import { route } from '@/lib/api/client';
import { useEndpointQuery } from '@/lib/api/query';
import type * as contract from './contract';

const getAwareness = route<typeof contract.getAwareness>('GET', '/v1/hosted-agents/:id/awareness');
const getGrowthSummary = route<typeof contract.getGrowthSummary>('GET', '/v1/hosted-agents/:id/growth-summary');

/** How far an agent has come. */
export function useAwareness(agentId: string) {
  return useEndpointQuery(getAwareness, { params: { id: agentId } });
}

/** The tasks of the month, the streak, and the days behind it. */
export function useGrowthSummary(agentId: string) {
  return useEndpointQuery(getGrowthSummary, { params: { id: agentId } });
}
