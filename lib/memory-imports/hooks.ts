'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type CallInput, route } from '@/lib/api/client';
import { queryKey, useEndpointMutation, useEndpointQuery } from '@/lib/api/query';
import { memoriesKey } from '@/lib/memories/hooks';
import type * as contract from './contract';
import { CANDIDATE_LIMIT } from './limits';

const listImports = route<typeof contract.listMemoryImports>('GET', '/v1/hosted-agents/:id/memories/imports');
const uploadImport = route<typeof contract.uploadMemoryImport>('POST', '/v1/hosted-agents/:id/memories/imports');
const getImport = route<typeof contract.getMemoryImport>('GET', '/v1/hosted-agents/:id/memories/imports/:importId');
const acceptImport = route<typeof contract.acceptMemoryImport>('POST', '/v1/hosted-agents/:id/memories/imports/:importId/accept');
const discardImport = route<typeof contract.discardMemoryImport>('DELETE', '/v1/hosted-agents/:id/memories/imports/:importId');

const READING_INTERVAL_MS = 1_500;

/** What was brought to an agent from other assistants. */
export function useMemoryImports(agentId: string) {
  return useEndpointQuery(
    listImports,
    { params: { id: agentId } },
    { refetchInterval: ({ state }) => (state.data?.imports.some(({ status }) => status === 'reading') ? READING_INTERVAL_MS : false) },
  );
}

/** One import with all of its facts; looked at again for as long as it is read. */
export function useMemoryImport(agentId: string, importId: string) {
  return useEndpointQuery(
    getImport,
    { params: { id: agentId, importId }, query: { limit: String(CANDIDATE_LIMIT) } },
    {
      refetchInterval: ({ state }) =>
        state.data?.import.status === 'reading' && state.error?.status !== 404 ? READING_INTERVAL_MS : false,
    },
  );
}

function refresh(client: QueryClient, agentId: string): Promise<unknown> {
  return Promise.all([
    client.invalidateQueries({ queryKey: queryKey(listImports, { params: { id: agentId } }) }),
    client.invalidateQueries({ queryKey: queryKey(getImport) }),
  ]);
}

/** Uploads the export of another assistant. `attempt` names the deed, so that a repeated one is done once. */
export function useUploadMemoryImport(agentId: string) {
  const client = useQueryClient();
  return useEndpointMutation(
    uploadImport,
    ({ attempt, file }: { attempt: string; file: File }) => {
      const body = new FormData();
      body.set('file', file);
      return { params: { id: agentId }, body, idempotencyKey: attempt };
    },
    { onSettled: () => refresh(client, agentId) },
  );
}

/** Remembers the facts that were chosen. */
export function useAcceptMemoryImport(agentId: string, importId: string) {
  const client = useQueryClient();
  return useEndpointMutation(
    acceptImport,
    (body: CallInput<typeof contract.acceptMemoryImport>['body']) => ({ params: { id: agentId, importId }, body }),
    {
      onSettled: () => Promise.all([refresh(client, agentId), client.invalidateQueries({ queryKey: memoriesKey(agentId) })]),
    },
  );
}

/** Discards an import with its texts. */
export function useDiscardMemoryImport(agentId: string) {
  const client = useQueryClient();
  return useEndpointMutation(discardImport, (importId: string) => ({ params: { id: agentId, importId } }), {
    onSuccess: () => client.invalidateQueries({ queryKey: queryKey(listImports, { params: { id: agentId } }) }),
  });
}
