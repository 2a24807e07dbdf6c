'use client';

import { queryOptions } from '@tanstack/react-query';
import { route } from '@/lib/api/client';
import { endpointQuery, queryKey, useEndpointQuery } from '@/lib/api/query';
import type * as contract from './contract';

const installHealth = route<typeof contract.installHealth>('GET', '/v1/install/health');
const agentHealth = route<typeof contract.agentHealth>('GET', '/v1/hosted-agents/:id/health');

const LOOK_EVERY_MS = 30_000;

/** The key of an agent's health; refreshed when a reply has ended or its settings changed. */
export const agentHealthKey = (agentId: string) => queryKey(agentHealth, { params: { id: agentId } });

/** The query of an agent's health, to be read ahead. */
export const agentHealthQuery = (agentId: string) =>
  queryOptions({ ...endpointQuery(agentHealth, { params: { id: agentId } }), staleTime: 10_000 });

/** What keeps an agent from answering, and what is left of its day; looked at again every half minute. */
export function useAgentHealth(agentId: string | undefined) {
  return useEndpointQuery(
    agentHealth,
    { params: { id: agentId ?? '' } },
    { enabled: agentId !== undefined, refetchInterval: LOOK_EVERY_MS, staleTime: 10_000 },
  );
}

/** How every part of the install is. */
export function useInstallHealth() {
  return useEndpointQuery(installHealth, {}, { refetchInterval: LOOK_EVERY_MS });
}
