'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type CallInput, route } from '@/lib/api/client';
import { endpointQuery, queryKey, useEndpointMutation, useEndpointQuery } from '@/lib/api/query';
import type * as contract from './contract';

const listKnowledge = route<typeof contract.listKnowledge>('GET', '/v1/hosted-agents/:id/knowledge');
const addKnowledge = route<typeof contract.addKnowledge>('POST', '/v1/hosted-agents/:id/knowledge');
const patchKnowledge = route<typeof contract.patchKnowledge>('PATCH', '/v1/hosted-agents/:id/knowledge/:knowledgeId');
const deleteKnowledge = route<typeof contract.deleteKnowledge>('DELETE', '/v1/hosted-agents/:id/knowledge/:knowledgeId');
const uploadKnowledge = route<typeof contract.uploadKnowledge>('POST', '/v1/hosted-agents/:id/knowledge/upload');
const readUrl = route<typeof contract.readUrl>('POST', '/v1/hosted-agents/:id/knowledge/url');
const listPassages = route<typeof contract.listPassages>('GET', '/v1/hosted-agents/:id/knowledge/:knowledgeId/passages');

const INDEXING_INTERVAL_MS = 3_000;

/** The query of {@link useKnowledge}, to be read ahead. */
export function knowledgeQuery(agentId: string) {
  return endpointQuery(listKnowledge, { params: { id: agentId } });
}

/** The texts of an agent; looked at again for as long as one of them waits to be indexed. */
export function useKnowledge(agentId: string) {
  return useEndpointQuery(
    listKnowledge,
    { params: { id: agentId } },
    {
      refetchInterval: ({ state }) => (state.data?.knowledge.some(({ indexed }) => !indexed) ? INDEXING_INTERVAL_MS : false),
    },
  );
}

/** One text with its passages and where these were used. */
export function usePassages(agentId: string, knowledgeId: string) {
  return useEndpointQuery(listPassages, { params: { id: agentId, knowledgeId } });
}

function refresh(client: QueryClient, agentId: string): Promise<unknown> {
  return Promise.all([
    client.invalidateQueries({ queryKey: queryKey(listKnowledge, { params: { id: agentId } }) }),
    client.invalidateQueries({ queryKey: queryKey(listPassages) }),
  ]);
}

/** What is given: words, a file, or an address. `attempt` names the deed, so that a repeated one is done once. */
type Given<Input> = Input & { attempt: string };

/** Gives the agent a text. */
export function useAddKnowledge(agentId: string) {
  const client = useQueryClient();
  return useEndpointMutation(
    addKnowledge,
    ({ attempt, ...body }: Given<CallInput<typeof contract.addKnowledge>['body']>) => ({
      params: { id: agentId },
      body,
      idempotencyKey: attempt,
    }),
    { onSettled: () => refresh(client, agentId) },
  );
}

/** Gives the agent a file. */
export function useUploadKnowledge(agentId: string) {
  const client = useQueryClient();
  return useEndpointMutation(
    uploadKnowledge,
    ({ attempt, file, title }: Given<{ file: File; title?: string }>) => {
      const body = new FormData();
      body.set('file', file);
      if (title) body.set('title', title);
      return { params: { id: agentId }, body, idempotencyKey: attempt };
    },
    { onSettled: () => refresh(client, agentId) },
  );
}

/** Gives the agent a page of the internet. */
export function useReadUrl(agentId: string) {
  const client = useQueryClient();
  return useEndpointMutation(
    readUrl,
    ({ attempt, ...body }: Given<CallInput<typeof contract.readUrl>['body']>) => ({
      params: { id: agentId },
      body,
      idempotencyKey: attempt,
    }),
    { onSettled: () => refresh(client, agentId) },
  );
}

/** Changes a text. */
export function useEditKnowledge(agentId: string) {
  const client = useQueryClient();
  return useEndpointMutation(
    patchKnowledge,
    ({ knowledgeId, ...body }: { knowledgeId: string; title: string; content: string }) => ({ params: { id: agentId, knowledgeId }, body }),
    { onSettled: () => refresh(client, agentId) },
  );
}

/** Deletes a text. */
export function useDeleteKnowledge(agentId: string) {
  const client = useQueryClient();
  return useEndpointMutation(deleteKnowledge, (knowledgeId: string) => ({ params: { id: agentId, knowledgeId } }), {
    onSettled: () => refresh(client, agentId),
  });
}
