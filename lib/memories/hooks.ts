'use client';

import { type InfiniteData, type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { type CallInput, route } from '@/lib/api/client';
import { endpointPages, endpointQuery, queryKey, useEndpointMutation, useEndpointPages, useEndpointQuery } from '@/lib/api/query';
import type * as contract from './contract';
import { learningInterval } from './learning-window';
import type { MemoryCategory, MemorySort, MemorySource, MemoryWire, RevisionKind } from './schema';

const listMemories = route<typeof contract.listMemories>('GET', '/v1/hosted-agents/:id/memories');
const addMemory = route<typeof contract.addMemory>('POST', '/v1/hosted-agents/:id/memories');
const patchMemory = route<typeof contract.patchMemory>('PATCH', '/v1/hosted-agents/:id/memories/:memoryId');
const deleteMemory = route<typeof contract.deleteMemory>('DELETE', '/v1/hosted-agents/:id/memories/:memoryId');
const getMemoryHistory = route<typeof contract.getMemoryHistory>('GET', '/v1/hosted-agents/:id/memories/:memoryId/history');
const getTimeline = route<typeof contract.getMemoryTimeline>('GET', '/v1/hosted-agents/:id/memories/timeline');
const undoMemory = route<typeof contract.undoMemory>('POST', '/v1/hosted-agents/:id/memories/:memoryId/undo');

type MemoryPage = { memories: MemoryWire[]; limit: number; offset: number; total: number };
type Pages = InfiniteData<MemoryPage>;
export type MemoryChange = CallInput<typeof contract.patchMemory>['body'];

/** Which memories to list, and in which order. */
export type MemoryFilter = { category?: MemoryCategory; words?: string; pinned?: 'true'; source?: MemorySource; sort?: MemorySort };

const PAGE = 50;
const INDEXING_INTERVAL_MS = 10_000;

/** The prefix of an agent's memory lists. */
export function memoriesKey(agentId: string) {
  return queryKey(listMemories, { params: { id: agentId } });
}

/** The query of {@link useMemories}, to be read ahead. */
export function memoryPages(agentId: string, { words, ...filter }: MemoryFilter = {}) {
  const query = { limit: PAGE, q: words?.trim() || undefined, ...filter };
  return endpointPages(listMemories, { params: { id: agentId }, query }, (page) =>
    page.offset + page.memories.length < page.total ? { offset: page.offset + page.memories.length } : undefined,
  );
}

/** The query that finds memories of an agent, for searches across agents. */
export function memoryMatches(agentId: string | number, words: string, limit: number) {
  return endpointQuery(listMemories, { params: { id: agentId }, query: { q: words, limit } });
}

function isIndexing(data: { pages: MemoryPage[] } | undefined): boolean {
  return data?.pages.some((page) => page.memories.some((memory) => !memory.indexed)) ?? false;
}

/** Looking again reads every page anew: only where there is one does a page wait for what is being learned. */
const awaitLearned = (agentId: string, data: { pages: unknown[] } | undefined) => data?.pages.length === 1 && learningInterval(agentId);

/** What the agent remembers, page by page; looked at again while it may still learn from a reply, and while some of it waits to be indexed. */
export function useMemories(agentId: string, filter: MemoryFilter) {
  return useEndpointPages({
    ...memoryPages(agentId, filter),
    placeholderData: (previous) => previous,
    refetchInterval: ({ state }) => awaitLearned(agentId, state.data) || (isIndexing(state.data) && INDEXING_INTERVAL_MS),
    select: (data) => ({ memories: data.pages.flatMap((page) => page.memories), total: data.pages[0]?.total ?? 0 }),
  });
}

/** Every change of a memory, newest first; asked for only when it is shown. */
export function useMemoryHistory(agentId: string, memoryId: string, shown: boolean) {
  return useEndpointQuery(getMemoryHistory, { params: { id: agentId, memoryId } }, { enabled: shown });
}

/** Which changes the timeline shows. */
export type TimelineFilter = { kind?: RevisionKind; category?: MemoryCategory; words?: string };

/** What came to be known when, newest first, page by page. */
export function useMemoryTimeline(agentId: string, { words, ...filter }: TimelineFilter) {
  const query = { limit: PAGE, q: words?.trim() || undefined, ...filter };
  return useEndpointPages({
    ...endpointPages(getTimeline, { params: { id: agentId }, query }, ({ next }) => (next === null ? undefined : { before: next })),
    placeholderData: (previous) => previous,
    refetchInterval: ({ state }) => awaitLearned(agentId, state.data),
    select: (data) => data.pages.flatMap((page) => page.changes),
  });
}

/** Shows a change in every cached list before the server has confirmed it; gives back what stood there. */
async function changeCached(
  client: QueryClient,
  agentId: string,
  change: (known: MemoryWire) => MemoryWire[],
): Promise<[QueryKey, Pages | undefined][]> {
  const filters = { queryKey: memoriesKey(agentId) };
  await client.cancelQueries(filters);
  const before = client.getQueriesData<Pages>(filters);
  client.setQueriesData<Pages>(filters, (known) =>
    known?.pages ? { ...known, pages: known.pages.map((page) => ({ ...page, memories: page.memories.flatMap(change) })) } : known,
  );
  return before;
}

function restore(client: QueryClient, before: unknown): void {
  for (const [key, data] of (before ?? []) as [QueryKey, Pages | undefined][]) client.setQueryData(key, data);
}

/** All writes of an agent's memory, so that the last of several that overlap reads the list anew, and no earlier one. */
const writes = (agentId: string) => ['memory writes', agentId];

async function refresh(client: QueryClient, agentId: string): Promise<unknown> {
  if (client.isMutating({ mutationKey: writes(agentId) }) > 1) return;
  return Promise.all([
    client.invalidateQueries({ queryKey: memoriesKey(agentId) }),
    client.invalidateQueries({ queryKey: queryKey(getMemoryHistory, { params: { id: agentId } }) }),
    client.invalidateQueries({ queryKey: queryKey(getTimeline, { params: { id: agentId } }) }),
  ]);
}

/** Tells the agent a fact. */
export function useAddMemory(agentId: string) {
  const client = useQueryClient();
  return useEndpointMutation(
    addMemory,
    ({ attempt, ...body }: { content: string; category: MemoryCategory; pinned: boolean; attempt: string }) => ({
      params: { id: agentId },
      body,
      idempotencyKey: attempt,
    }),
    { mutationKey: writes(agentId), onSettled: () => refresh(client, agentId) },
  );
}

/** Corrects, re-files or pins a memory; the list follows at once. */
export function useEditMemory(agentId: string) {
  const client = useQueryClient();
  return useEndpointMutation(
    patchMemory,
    ({ memoryId, change }: { memoryId: string; change: MemoryChange }) => ({ params: { id: agentId, memoryId }, body: change }),
    {
      mutationKey: writes(agentId),
      onMutate: ({ memoryId, change }) =>
        changeCached(client, agentId, (known) => [
          known.id === memoryId
            ? {
                ...known,
                content: change.content ?? known.content,
                category: change.category ?? known.category,
                pinned: change.pinned ?? known.pinned,
              }
            : known,
        ]),
      onError: (_error, _variables, before) => restore(client, before),
      onSettled: () => refresh(client, agentId),
    },
  );
}

/** Forgets a memory; the list follows at once, and {@link useUndoMemory} brings it back. */
export function useDeleteMemory(agentId: string) {
  const client = useQueryClient();
  return useEndpointMutation(deleteMemory, (memoryId: string) => ({ params: { id: agentId, memoryId } }), {
    mutationKey: writes(agentId),
    onMutate: (memoryId) => changeCached(client, agentId, (known) => (known.id === memoryId ? [] : [known])),
    onError: (_error, _memoryId, before) => restore(client, before),
    onSettled: () => refresh(client, agentId),
  });
}

/** Takes the last change of a memory back. */
export function useUndoMemory(agentId: string) {
  const client = useQueryClient();
  return useEndpointMutation(undoMemory, (memoryId: string) => ({ params: { id: agentId, memoryId } }), {
    mutationKey: writes(agentId),
    onSettled: () => refresh(client, agentId),
  });
}
