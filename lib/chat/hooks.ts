'use client';

import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { agentKey, agentListKey } from '@/lib/agents/hooks';
import type { ApiError } from '@/lib/api/api-error';
import { route } from '@/lib/api/client';
import { api, queryKey, useEndpointMutation } from '@/lib/api/query';
import { conversationsKey, type MessagePages, messagesKey } from '@/lib/conversations/hooks';
import type { MessageWire } from '@/lib/conversations/schema';
import { agentHealthKey } from '@/lib/health/hooks';
import { memoriesKey } from '@/lib/memories/hooks';
import type * as contract from './contract';
import { type ReplyProgress, startReply, takeEvent } from './reply-progress';
import type { ChatEvent } from './schema';

const sendMessage = route<typeof contract.sendMessage>('POST', '/v1/hosted-agents/:id/chat');
const streamReply = route<typeof contract.streamReply>('GET', '/v1/hosted-agents/:id/chat/:messageId/stream');
const stopReply = route<typeof contract.stopReply>('POST', '/v1/hosted-agents/:id/chat/:messageId/stop');
const regenerateReply = route<typeof contract.regenerateReply>('POST', '/v1/hosted-agents/:id/chat/:messageId/regenerate');
const editMessage = route<typeof contract.editMessage>('PATCH', '/v1/hosted-agents/:id/messages/:messageId');

type Started = { messageId: string; conversationId: number; userMessageId: string };

function blankMessage(fields: Pick<MessageWire, 'id' | 'conversationId' | 'role' | 'content' | 'status'>): MessageWire {
  return {
    toolCalls: null,
    replyToId: null,
    suggestedChips: [],
    error: null,
    errorCode: null,
    memoriesUsed: [],
    memoriesSaved: [],
    usage: null,
    createdAt: new Date().toISOString(),
    completedAt: null,
    ...fields,
  };
}

/** Shows a message and the reply that is awaited at the end of a conversation, until the server's own list comes. */
function appendExchange(client: QueryClient, agentId: string, started: Started, content: string): void {
  const { conversationId, messageId, userMessageId } = started;
  const exchange = [
    blankMessage({ id: userMessageId, conversationId, role: 'user', content, status: 'completed' }),
    { ...blankMessage({ id: messageId, conversationId, role: 'assistant', content: '', status: 'processing' }), replyToId: userMessageId },
  ];
  client.setQueryData<MessagePages>(messagesKey(agentId, conversationId), (known) => {
    const [newest, ...older] = known?.pages ?? [];
    if (!newest) return { pages: [{ messages: exchange, conversationId, limit: 60, offset: 0, total: 2 }], pageParams: [{}] };
    const missing = exchange.filter((message) => newest.messages.every((present) => present.id !== message.id));
    const page = { ...newest, messages: [...newest.messages, ...missing], total: newest.total + missing.length };
    return { pageParams: known?.pageParams ?? [{}], pages: [page, ...older] };
  });
}

/** Sends a message; the reply is then read by {@link useReply}. Without a conversation a new one begins. */
export function useSendMessage(agentId: string, conversationId?: string) {
  const client = useQueryClient();
  return useMutation<Started, ApiError, { message: string; attempt: string }>({
    mutationFn: ({ message, attempt }) =>
      api.call(sendMessage, {
        params: { id: agentId },
        query: { poll: 'true' },
        body: { message, conversationId: conversationId ? Number(conversationId) : undefined },
        idempotencyKey: attempt,
      }),
    onSuccess: (started, { message }) => appendExchange(client, agentId, started, message),
    onSettled: () => client.invalidateQueries({ queryKey: conversationsKey(agentId) }),
  });
}

/** Stops a reply; what was written is kept. */
export function useStopReply(agentId: string) {
  return useEndpointMutation(stopReply, (messageId: string) => ({ params: { id: agentId, messageId } }));
}

/** Has the last reply written anew. */
export function useRegenerateReply(agentId: string, conversationId: string) {
  const client = useQueryClient();
  return useEndpointMutation(regenerateReply, (messageId: string) => ({ params: { id: agentId, messageId } }), {
    onSettled: () => client.invalidateQueries({ queryKey: messagesKey(agentId, conversationId) }),
  });
}

/** Changes a message of the owner and sends it again; what followed leaves the conversation. */
export function useEditMessage(agentId: string, conversationId: string) {
  const client = useQueryClient();
  return useEndpointMutation(
    editMessage,
    ({ messageId, message }: { messageId: string; message: string }) => ({ params: { id: agentId, messageId }, body: { message } }),
    { onSettled: () => client.invalidateQueries({ queryKey: messagesKey(agentId, conversationId) }) },
  );
}

/** Everything that a finished reply changes. */
function refreshAfterReply(client: QueryClient, agentId: string, conversationId: string): void {
  const keys = [
    messagesKey(agentId, conversationId),
    conversationsKey(agentId),
    memoriesKey(agentId),
    agentKey(agentId),
    agentListKey,
    agentHealthKey(agentId),
  ];
  for (const key of keys) void client.invalidateQueries({ queryKey: key });
}

/**
 * Follows a reply while it is written: from its start when the page was reloaded in its midst, and on after a broken
 * connection. Nothing is open while `messageId` is undefined, and the stream closes when nobody looks at it.
 */
export function useReply(agentId: string, conversationId: string, messageId: string | undefined) {
  const client = useQueryClient();
  const key = queryKey(streamReply, { params: { id: agentId, messageId: messageId ?? '' } });
  return useQuery<ReplyProgress, ApiError>({
    queryKey: key,
    enabled: messageId !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: true,
    structuralSharing: false,
    queryFn: async ({ signal }) => {
      let progress = startReply();
      let scheduled = false;
      // A fast model writes more pieces than a screen has frames.
      const show = () => {
        if (scheduled) return;
        scheduled = true;
        requestAnimationFrame(() => {
          scheduled = false;
          if (!signal.aborted) client.setQueryData(key, progress);
        });
      };
      await api.stream(streamReply, {
        params: { id: agentId, messageId: messageId ?? '' },
        signal,
        onRestart: () => {
          progress = startReply();
        },
        onEvent: (event: ChatEvent) => {
          progress = takeEvent(progress, event);
          show();
        },
      });
      refreshAfterReply(client, agentId, conversationId);
      return progress;
    },
  });
}
