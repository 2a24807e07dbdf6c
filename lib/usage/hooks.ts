'use client';

import { route } from '@/lib/api/client';
import { endpointQuery, useEndpointQuery } from '@/lib/api/query';
import type * as contract from './contract';

const getUsageStats = route<typeof contract.getUsageStats>('GET', '/v1/hosted-agents/:id/usage-stats');

/** The query of {@link useUsageStats}, to be read ahead. */
export function usageQuery(agentId: string) {
  return endpointQuery(getUsageStats, { params: { id: agentId } });
}

/** What an agent asked of its models in 30 days. */
export function useUsageStats(agentId: string) {
  return useEndpointQuery(getUsageStats, { params: { id: agentId } });
}
