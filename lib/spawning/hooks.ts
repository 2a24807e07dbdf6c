'use client';

import { useQueryClient } from '@tanstack/react-query';
import { agentKey, agentListKey } from '@/lib/agents/hooks';
import { route } from '@/lib/api/client';
import { queryKey, useEndpointMutation, useEndpointQuery } from '@/lib/api/query';
import type * as contract from './contract';
import type { GapField, SpawningStatusWire } from './schema';

const getStatus = route<typeof contract.getSpawningStatus>('GET', '/v1/hosted-agents/:id/spawning-status');
const confirm = route<typeof contract.confirmKnowledge>('POST', '/v1/hosted-agents/:id/confirm-knowledge');
const retry = route<typeof contract.retrySpawning>('POST', '/v1/hosted-agents/:id/spawning/retry');

const RUNNING_INTERVAL_MS = 1_500;

const statusKey = (agentId: string) => queryKey(getStatus, { params: { id: agentId } });

export const isRunning = (status: SpawningStatusWire['spawningStatus'] | undefined) => status === 'researching' || status === 'training';

/** How far an agent is with getting to know its owner; followed while it runs. */
export function useSpawning(agentId: string) {
  return useEndpointQuery(
    getStatus,
    { params: { id: agentId } },
    { refetchInterval: ({ state }) => (isRunning(state.data?.spawningStatus) ? RUNNING_INTERVAL_MS : false) },
  );
}

/** Confirms or corrects what the agent would like to know. */
export function useConfirmKnowledge(agentId: string) {
  const client = useQueryClient();
  return useEndpointMutation(confirm, (body: { field: GapField; confirmedValue: string }) => ({ params: { id: agentId }, body }), {
    onSuccess: ({ gaps }) =>
      client.setQueryData<SpawningStatusWire>(statusKey(agentId), (known) => known && { ...known, knowledgeGaps: gaps }),
    onError: () => client.invalidateQueries({ queryKey: statusKey(agentId) }),
  });
}

/** Tries the failed steps again. */
export function useRetrySpawning(agentId: string) {
  const client = useQueryClient();
  return useEndpointMutation(retry, (_nothing: void) => ({ params: { id: agentId } }), {
    onSettled: () =>
      Promise.all([statusKey(agentId), agentKey(agentId), agentListKey].map((key) => client.invalidateQueries({ queryKey: key }))),
  });
}
