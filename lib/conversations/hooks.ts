'use client';

import { type InfiniteData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ApiError } from '@/lib/api/api-error';
import { route } from '@/lib/api/client';
import {
  api,
  endpointPages,
  endpointQuery,
  queryKey,
  useAnswerOfServer,
  useAsDrawn,
  useEndpointMutation,
  useEndpointPages,
  useEndpointQuery,
} from '@/lib/api/query';
import { LEARNING_INTERVAL_MS } from '@/lib/memories/learning-window';
import type * as contract from './contract';
import { CONVERSATIONS_AT_FIRST, type ConversationPage } from './first-page';
import type { ConversationWire, MessageWire } from './schema';
import { hasOlder, type MessagePage, takeNewest, takeOlder, type Thread } from './thread';

const listConversations = route<typeof contract.listConversations>('GET', '/v1/hosted-agents/:id/conversations');
const searchConversations = route<typeof contract.searchConversations>('GET', '/v1/hosted-agents/:id/conversations/search');
const patchConversation = route<typeof contract.patchConversation>('PATCH', '/v1/hosted-agents/:id/conversations/:conversationId');
const deleteConversation = route<typeof contract.deleteConversation>('DELETE', '/v1/hosted-agents/:id/conversations/:conversationId');
const listMessages = route<typeof contract.listMessages>('GET', '/v1/hosted-agents/:id/messages');

const MESSAGE_PAGE = 60;
/** What is fetched at a time while reading upwards: the most that the server gives. */
const OLDER_PAGE = 200;
const IDLE_INTERVAL_MS = 15_000;
/** What an exchange taught is filed after its reply; so long a finished reply is asked for it. */
const LEARNING_WINDOW_MS = 20_000;

export const isOpen = (message: Pick<MessageWire, 'status'>) => message.status === 'queued' || message.status === 'processing';

/** The key of a conversation's messages. */
export function messagesKey(agentId: string, conversationId: string | number) {
  return queryKey(listMessages, { params: { id: agentId }, query: { conversationId } });
}

/** The prefix of an agent's conversation lists. */
export function conversationsKey(agentId: string) {
  return queryKey(listConversations, { params: { id: agentId } });
}

/** The query of {@link useConversations}, to be read ahead. */
export function conversationPages(agentId: string) {
  return endpointPages(listConversations, { params: { id: agentId }, query: { limit: CONVERSATIONS_AT_FIRST } }, (page) =>
    page.offset + page.conversations.length < page.total ? { offset: page.offset + page.conversations.length } : undefined,
  );
}

/** The query that finds places in an agent's conversations, for searches across agents. */
export function conversationMatches(agentId: string | number, words: string, limit: number) {
  return endpointQuery(searchConversations, { params: { id: agentId }, query: { q: words, limit } });
}

/** Gives {@link useConversations} the first page as the server knew it when it drew the page. */
export function useKnownConversations(agentId: string, first: ConversationPage | undefined): void {
  useAnswerOfServer(conversationPages(agentId).queryKey, first, (page) => ({ pages: [page], pageParams: [{}] }));
}

/** Conversations, the most recent first, page by page. */
export function useConversations(agentId: string) {
  return useEndpointPages({
    ...conversationPages(agentId),
    select: (data) => data.pages.flatMap((page) => page.conversations),
  });
}

/** Titles and messages that hold the words; asks nothing while there are none. */
export function useConversationSearch(agentId: string, words: string) {
  const q = words.trim();
  return useEndpointQuery(
    searchConversations,
    { params: { id: agentId }, query: { q } },
    {
      enabled: q.length > 0,
      placeholderData: (previous) => previous,
      staleTime: 10_000,
    },
  );
}

function isLearning(thread: Thread | undefined): boolean {
  const last = thread?.messages.at(-1);
  if (!last || last.role !== 'assistant' || last.completedAt === null || last.memoriesSaved.length > 0) return false;
  return Date.now() - Date.parse(last.completedAt) < LEARNING_WINDOW_MS;
}

/**
 * The messages of a conversation in order. Its newest page is read again now and then, since other tabs and channels write into it
 * too; `older.load` brings the page before the first known message.
 *
 * @param newest the end of the conversation as the server knew it when it drew the page
 */
export function useMessages(agentId: string, conversationId: string | undefined, newest?: MessagePage) {
  const client = useQueryClient();
  const key = messagesKey(agentId, conversationId ?? '0');
  useAnswerOfServer(key, newest, (page) => takeNewest(undefined, page));
  const input = { params: { id: agentId } };
  const read = useQuery<Thread, ApiError>({
    queryKey: key,
    enabled: ({ state }) => conversationId !== undefined && !state.data?.gone,
    staleTime: 5_000,
    structuralSharing: false,
    refetchInterval: ({ state }) => (isLearning(state.data) ? LEARNING_INTERVAL_MS : IDLE_INTERVAL_MS),
    queryFn: async ({ signal }) => {
      const page = await api.call(listMessages, {
        ...input,
        query: { conversationId: conversationId ?? '0', limit: MESSAGE_PAGE },
        signal,
      });
      return takeNewest(client.getQueryData<Thread>(key), page);
    },
  });
  const query = useAsDrawn(read, { queryKey: key });
  useEffect(
    () => () => {
      const queryKey = messagesKey(agentId, conversationId ?? '0');
      if (client.getQueryData<Thread>(queryKey)?.gone) client.removeQueries({ queryKey });
    },
    [client, agentId, conversationId],
  );
  const older = useMutation<MessagePage, ApiError, string>({
    networkMode: 'always',
    mutationFn: (before) =>
      api.call(listMessages, { ...input, query: { conversationId: conversationId ?? '0', limit: OLDER_PAGE, before } }),
    onSuccess: (page, before) => client.setQueryData<Thread>(key, (known) => known && takeOlder(known, page, before)),
  });
  const first = query.data?.messages[0];
  return {
    thread: query.data,
    isPending: query.isPending,
    error: query.error,
    refetch: query.refetch,
    older: {
      exists: query.data !== undefined && hasOlder(query.data),
      pending: older.isPending,
      error: older.error,
      load: () => {
        if (first && !older.isPending) older.mutate(first.id);
      },
    },
  };
}

function changeCached(client: ReturnType<typeof useQueryClient>, agentId: string, change: (known: ConversationWire) => ConversationWire[]) {
  client.setQueriesData<InfiniteData<ConversationPage>>({ queryKey: conversationsKey(agentId) }, (known) =>
    known?.pages ? { ...known, pages: known.pages.map((page) => ({ ...page, conversations: page.conversations.flatMap(change) })) } : known,
  );
}

/** Renames a conversation; the list follows at once. */
export function useRenameConversation(agentId: string) {
  const client = useQueryClient();
  return useEndpointMutation(
    patchConversation,
    ({ conversationId, title }: { conversationId: number; title: string }) => ({
      params: { id: agentId, conversationId },
      body: { title },
    }),
    {
      onMutate: ({ conversationId, title }) =>
        changeCached(client, agentId, (known) => [known.id === conversationId ? { ...known, title } : known]),
      onSettled: () => client.invalidateQueries({ queryKey: conversationsKey(agentId) }),
    },
  );
}

/** Deletes a conversation; the list follows at once, and its messages go with the page that shows them. */
export function useDeleteConversation(agentId: string) {
  const client = useQueryClient();
  const mark = (conversationId: number, gone: boolean) =>
    client.setQueryData<Thread>(messagesKey(agentId, conversationId), (known) => known && { ...known, gone });
  return useEndpointMutation(deleteConversation, (conversationId: number) => ({ params: { id: agentId, conversationId } }), {
    onMutate: async (conversationId) => {
      changeCached(client, agentId, (known) => (known.id === conversationId ? [] : [known]));
      await client.cancelQueries({ queryKey: messagesKey(agentId, conversationId) });
      mark(conversationId, true);
    },
    onError: (_error, conversationId) => void mark(conversationId, false),
    onSuccess: (_answer, conversationId) =>
      client.removeQueries({ queryKey: messagesKey(agentId, conversationId), predicate: (query) => query.getObserversCount() === 0 }),
    onSettled: () => client.invalidateQueries({ queryKey: conversationsKey(agentId) }),
  });
}
