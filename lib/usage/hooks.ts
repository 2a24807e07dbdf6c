'use client';

import { route } from '@/lib/api/client';
import { useEndpointQuery } from '@/lib/api/query';
import type * as contract from './contract';

const getUsageStats = route<typeof contract.getUsageStats>('GET', '/v1/hosted-agents/:id/usage-stats');

const LOOK_EVERY_MS = 30_000;

/** What an agent asked of its models in 30 days; looked at again every half minute. */
export function useUsageStats(agentId: string) {
  return useEndpointQuery(getUsageStats, { params: { id: agentId } }, { refetchInterval: LOOK_EVERY_MS });
}
