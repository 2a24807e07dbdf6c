'use client';

import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { route } from '@/lib/api/client';
import { endpointPages, endpointQuery, queryKey, useEndpointMutation, useEndpointQuery } from '@/lib/api/query';
import type * as contract from './contract';
import type { ConversationWire, MessageWire } from './schema';

const listConversations = route<typeof contract.listConversations>('GET', '/v1/hosted-agents/:id/conversations');
const searchConversations = route<typeof contract.searchConversations>('GET', '/v1/hosted-agents/:id/conversations/search');
const patchConversation = route<typeof contract.patchConversation>('PATCH', '/v1/hosted-agents/:id/conversations/:conversationId');
const deleteConversation = route<typeof contract.deleteConversation>('DELETE', '/v1/hosted-agents/:id/conversations/:conversationId');
const listMessages = route<typeof contract.listMessages>('GET', '/v1/hosted-agents/:id/messages');

const CONVERSATION_PAGE = 50;
const MESSAGE_PAGE = 60;
/** What an exchange taught is filed after its reply; so long a finished reply is asked for it. */
const LEARNING_WINDOW_MS = 20_000;
const LEARNING_INTERVAL_MS = 2_500;

type ConversationPage = { conversations: ConversationWire[]; limit: number; offset: number; total: number };
export type MessagePage = { messages: MessageWire[]; conversationId: number; limit: number; offset: number; total: number };
export type MessagePages = InfiniteData<MessagePage, Record<string, string | number>>;

export const isOpen = (message: Pick<MessageWire, 'status'>) => message.status === 'queued' || message.status === 'processing';

/** The key of a conversation's messages. */
export function messagesKey(agentId: string, conversationId: string | number) {
  return messagePages(agentId, conversationId).queryKey;
}

/** The prefix of an agent's conversation lists. */
export function conversationsKey(agentId: string) {
  return queryKey(listConversations, { params: { id: agentId } });
}

function messagePages(agentId: string, conversationId: string | number) {
  return endpointPages(listMessages, { params: { id: agentId }, query: { conversationId, limit: MESSAGE_PAGE } }, (page, pages) => {
    const loaded = pages.reduce((sum, one) => sum + one.messages.length, 0);
    const oldest = page.messages[0];
    return oldest && page.messages.length === page.limit && loaded < pages[0]!.total ? { before: oldest.id } : undefined;
  });
}

/** The query of {@link useConversations}, to be read ahead. */
export function conversationPages(agentId: string) {
  return endpointPages(listConversations, { params: { id: agentId }, query: { limit: CONVERSATION_PAGE } }, (page) =>
    page.offset + page.conversations.length < page.total ? { offset: page.offset + page.conversations.length } : undefined,
  );
}

/** The query that finds places in an agent's conversations, for searches across agents. */
export function conversationMatches(agentId: string | number, words: string, limit: number) {
  return endpointQuery(searchConversations, { params: { id: agentId }, query: { q: words, limit } });
}

/** Conversations, the most recent first, page by page. */
export function useConversations(agentId: string) {
  return useInfiniteQuery({
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

function isLearning(pages: MessagePages | undefined): boolean {
  const last = pages?.pages[0]?.messages.at(-1);
  if (!last || last.role !== 'assistant' || last.completedAt === null || last.memoriesSaved.length > 0) return false;
  return Date.now() - Date.parse(last.completedAt) < LEARNING_WINDOW_MS;
}

/** The messages of a conversation in order; `fetchNextPage` brings earlier ones. */
export function useMessages(agentId: string, conversationId: string | undefined) {
  return useInfiniteQuery({
    ...messagePages(agentId, conversationId ?? '0'),
    enabled: conversationId !== undefined,
    staleTime: 5_000,
    refetchInterval: (query) => (isLearning(query.state.data as MessagePages | undefined) ? LEARNING_INTERVAL_MS : false),
    select: (data) => data.pages.toReversed().flatMap((page) => page.messages),
  });
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

/** Deletes a conversation; the list follows at once. */
export function useDeleteConversation(agentId: string) {
  const client = useQueryClient();
  return useEndpointMutation(deleteConversation, (conversationId: number) => ({ params: { id: agentId, conversationId } }), {
    onMutate: (conversationId) => changeCached(client, agentId, (known) => (known.id === conversationId ? [] : [known])),
    onSuccess: (_answer, conversationId) => client.removeQueries({ queryKey: messagesKey(agentId, conversationId) }),
    onSettled: () => client.invalidateQueries({ queryKey: conversationsKey(agentId) }),
  });
}
