'use client';

import { type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query';
import { type CallInput, route } from '@/lib/api/client';
import { endpointQuery, queryKey, useAnswerOfServer, useEndpointMutation, useEndpointQuery } from '@/lib/api/query';
import type { ReadAnswerOf } from '@/lib/api/endpoint';
import { agentHealthKey } from '@/lib/health/hooks';
import type * as contract from './contract';

const listAgents = route<typeof contract.listAgents>('GET', '/v1/hosted-agents');
const getAgent = route<typeof contract.getAgent>('GET', '/v1/hosted-agents/:id');
const createAgent = route<typeof contract.createAgent>('POST', '/v1/hosted-agents');
const patchAgent = route<typeof contract.patchAgent>('PATCH', '/v1/hosted-agents/:id');
const deleteAgent = route<typeof contract.deleteAgent>('DELETE', '/v1/hosted-agents/:id');
const getSettings = route<typeof contract.getSettings>('GET', '/v1/hosted-agents/:id/settings');
const putSettings = route<typeof contract.putSettings>('PUT', '/v1/hosted-agents/:id/settings');

export type AgentAnswer = ReadAnswerOf<typeof contract.getAgent>;
export type CreateAgentBody = CallInput<typeof contract.createAgent>['body'];
export type SettingsBody = CallInput<typeof contract.putSettings>['body'];

const LIST_INTERVAL_MS = 15_000;

/** Prefixes of everything that shows an agent; refreshed when something about it has changed. */
export const agentListKey = queryKey(listAgents);
export const agentKey = (agentId: string) => queryKey(getAgent, { params: { id: agentId } });

/** The owner's agents with phase, totals and what waits. */
export function useAgents() {
  return useEndpointQuery(listAgents, {}, { refetchInterval: LIST_INTERVAL_MS });
}

/** The query of {@link useAgent}, to be read ahead. */
export const agentQuery = (agentId: string) => queryOptions({ ...endpointQuery(getAgent, { params: { id: agentId } }), staleTime: 10_000 });

/** One agent. */
export function useAgent(agentId: string) {
  return useEndpointQuery(getAgent, { params: { id: agentId } }, { staleTime: 10_000 });
}

/** Takes over what the server drew the page with. */
export function useKnownAgent(agentId: string, known: AgentAnswer | undefined): void {
  useAnswerOfServer(agentKey(agentId), known);
}

/** Reads anew what shows whether and how an agent answers; its health takes longer, and nobody waits for it. */
function refresh(client: QueryClient, agentId: string): Promise<unknown> {
  void client.invalidateQueries({ queryKey: agentHealthKey(agentId) });
  return Promise.all([agentKey(agentId), agentListKey].map((queryKey) => client.invalidateQueries({ queryKey })));
}

/** Makes an agent; the answer holds its private key, once. The same `attempt` never makes a second one. */
export function useCreateAgent() {
  const client = useQueryClient();
  return useEndpointMutation(
    createAgent,
    ({ body, attempt }: { body: CreateAgentBody; attempt: string }) => ({ body, idempotencyKey: attempt }),
    { gcTime: 0, onSettled: () => client.invalidateQueries({ queryKey: agentListKey }) },
  );
}

/** Pauses an agent or sets it to work again; the screen follows at once. */
export function useSetAgentStatus(agentId: string) {
  const client = useQueryClient();
  type Answer = { agent: { status: 'active' | 'paused' } };
  return useEndpointMutation(patchAgent, (status: 'active' | 'paused') => ({ params: { id: agentId }, body: { status } }), {
    onMutate: async (status) => {
      await client.cancelQueries({ queryKey: agentKey(agentId) });
      const before = client.getQueryData<Answer>(agentKey(agentId));
      client.setQueryData<Answer>(agentKey(agentId), (known) => known && { ...known, agent: { ...known.agent, status } });
      return { before };
    },
    onError: (_error, _status, context) => client.setQueryData(agentKey(agentId), (context as { before?: Answer } | undefined)?.before),
    onSettled: () => refresh(client, agentId),
  });
}

/** Erases an agent with everything it has. */
export function useEraseAgent(agentId: string) {
  const client = useQueryClient();
  return useEndpointMutation(deleteAgent, (_nothing: void) => ({ params: { id: agentId }, query: { permanent: 'true' as const } }), {
    onSuccess: () => client.invalidateQueries({ queryKey: agentListKey }),
  });
}

/** What the owner has set, and the models to choose from. */
export function useSettings(agentId: string) {
  return useEndpointQuery(getSettings, { params: { id: agentId } });
}

/** Changes settings. */
export function usePutSettings(agentId: string) {
  const client = useQueryClient();
  return useEndpointMutation(putSettings, (body: SettingsBody) => ({ params: { id: agentId }, body }), {
    onSuccess: (answer) => client.setQueryData(queryKey(getSettings, { params: { id: agentId } }), answer.settings),
    onSettled: () => refresh(client, agentId),
  });
}
