'use client';

import { type Query, type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { agentListKey } from '@/lib/agents/hooks';
import type { ApiError } from '@/lib/api/api-error';
import { route } from '@/lib/api/client';
import { api, queryKey, useEndpointMutation } from '@/lib/api/query';
import { conversationsKey, messagesKey } from '@/lib/conversations/hooks';
import type { MessageWire } from '@/lib/conversations/schema';
import { append, replaceFrom, type Thread } from '@/lib/conversations/thread';
import { firstStepsKey } from '@/lib/first-steps/hooks';
import { agentHealthKey } from '@/lib/health/hooks';
import { noteReply } from '@/lib/memories/learning-window';
import type * as contract from './contract';
import { followReply } from './follow-reply';
import { type ReplyProgress, startReply, takeEvent } from './reply-progress';
import type { ChatEvent } from './schema';
import { tellOtherTabs } from './tabs';

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
    knowledgeUsed: [],
    memoriesSaved: [],
    usage: null,
    createdAt: new Date().toISOString(),
    completedAt: null,
    ...fields,
  };
}

/** A message and the reply that is awaited, as they are shown until the server's own list comes. */
function exchangeOf({ conversationId, messageId, userMessageId }: Started, content: string): [MessageWire, MessageWire] {
  const asked = blankMessage({ id: userMessageId, conversationId, role: 'user', content, status: 'completed' });
  const awaited = blankMessage({ id: messageId, conversationId, role: 'assistant', content: '', status: 'processing' });
  return [asked, { ...awaited, replyToId: userMessageId }];
}

/**
 * Marks everything that is known of an agent as old, but for the replies that are being followed: a reply changes talk, memories, usage and
 * growth. It is read again when it is next shown, however soon that is; by `active`, what is in sight at once.
 */
function outdate(client: QueryClient, agentId: string, refetchType: 'active' | 'none'): void {
  const ofAgent = ({ queryKey: [path, params] }: Query) =>
    path !== streamReply.path && (params as { id?: string } | undefined)?.id === agentId;
  void client.invalidateQueries({ predicate: ofAgent, refetchType });
}

function changeThread(client: QueryClient, agentId: string, conversationId: string | number, change: (known: Thread) => Thread): void {
  client.setQueryData<Thread>(messagesKey(agentId, conversationId), (known) => known && change(known));
}

function beginThread(client: QueryClient, agentId: string, { conversationId }: Started, messages: MessageWire[]): void {
  client.setQueryData<Thread>(
    messagesKey(agentId, conversationId),
    (known) => known ?? { messages, conversationId, total: messages.length },
  );
}

type Sending = { message: string; attempt: string };

/**
 * Sends a message; the reply is then read by {@link useReply}. Without a conversation a new one begins. The same `attempt` counts once.
 *
 * @param settle called when the message is taken in, also where its page was left meanwhile
 */
export function useSendMessage(agentId: string, conversationId: string | undefined, settle: () => void) {
  const client = useQueryClient();
  return useMutation<Started, ApiError, Sending>({
    // Without a network it fails at once, which is shown; waiting is the sender's business.
    networkMode: 'always',
    mutationFn: ({ message, attempt }) =>
      api.call(sendMessage, {
        params: { id: agentId },
        query: { poll: 'true' },
        body: { message, conversationId: conversationId ? Number(conversationId) : undefined },
        idempotencyKey: attempt,
      }),
    onSuccess: (started, { message }) => {
      const exchange = exchangeOf(started, message);
      if (conversationId === undefined) beginThread(client, agentId, started, exchange);
      changeThread(client, agentId, started.conversationId, (known) => append(known, exchange));
      settle();
      tellOtherTabs(agentId, started.conversationId);
    },
    onSettled: (started) => {
      if (started) void client.invalidateQueries({ queryKey: messagesKey(agentId, started.conversationId) });
      outdate(client, agentId, 'none');
      void client.invalidateQueries({ queryKey: conversationsKey(agentId) });
      void client.invalidateQueries({ queryKey: agentHealthKey(agentId) });
    },
  });
}

/** Stops a reply; what was written is kept. */
export function useStopReply(agentId: string) {
  return useEndpointMutation(stopReply, (messageId: string) => ({ params: { id: agentId, messageId } }), { networkMode: 'always' });
}

/** The conversation after one of its messages was replaced. */
function useRevised(agentId: string, conversationId: string) {
  const client = useQueryClient();
  return async () => {
    outdate(client, agentId, 'none');
    await client.invalidateQueries({ queryKey: messagesKey(agentId, conversationId) });
    tellOtherTabs(agentId, conversationId);
  };
}

/** Has the last reply written anew. */
export function useRegenerateReply(agentId: string, conversationId: string) {
  const client = useQueryClient();
  const onSettled = useRevised(agentId, conversationId);
  return useEndpointMutation(regenerateReply, (messageId: string) => ({ params: { id: agentId, messageId } }), {
    networkMode: 'always',
    onSuccess: (started, messageId) => {
      const [, awaited] = exchangeOf(started, '');
      changeThread(client, agentId, conversationId, (known) => replaceFrom(known, messageId, [awaited]));
    },
    onSettled,
  });
}

/** Changes a message of the owner and sends it again; what followed leaves the conversation. */
export function useEditMessage(agentId: string, conversationId: string) {
  const client = useQueryClient();
  const onSettled = useRevised(agentId, conversationId);
  return useEndpointMutation(
    editMessage,
    ({ messageId, message }: { messageId: string; message: string }) => ({ params: { id: agentId, messageId }, body: { message } }),
    {
      networkMode: 'always',
      onSuccess: (started, { messageId, message }) =>
        changeThread(client, agentId, conversationId, (known) => replaceFrom(known, messageId, exchangeOf(started, message))),
      onSettled,
    },
  );
}

/**
 * Follows a reply while it is written: from its start when the page was reloaded in its midst, and on after a broken
 * connection. Nothing is open while `messageId` is undefined, while nobody looks, or once the reply is done.
 */
export function useReply(agentId: string, messageId: string | undefined) {
  const client = useQueryClient();
  const params = { id: agentId, messageId: messageId ?? '' };
  const key = queryKey(streamReply, { params });
  return useQuery<ReplyProgress, ApiError>({
    queryKey: key,
    enabled: messageId !== undefined,
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    structuralSharing: false,
    queryFn: async ({ signal }) => {
      let progress = startReply();
      let scheduled = false;
      // A fast model writes more pieces than a screen has frames.
      const show = (next: ReplyProgress) => {
        progress = next;
        if (scheduled) return;
        scheduled = true;
        requestAnimationFrame(() => {
          scheduled = false;
          if (!signal.aborted) client.setQueryData(key, progress);
        });
      };
      try {
        await followReply(signal, (connection) =>
          api.stream(streamReply, {
            params,
            signal: connection.signal,
            // The id of an event is how much of the text the reader has then.
            lastEventId: progress.content === '' ? undefined : String(progress.content.length),
            onRestart: () => show(startReply()),
            onInterruption: () => {
              show({ ...progress, interrupted: true });
              connection.onInterruption();
            },
            onEvent: (event: ChatEvent) => {
              connection.onEvent();
              show(takeEvent(progress, event));
            },
          }),
        );
      } finally {
        // Also where the list of messages knew of the end first, or the page was left.
        noteReply(agentId, signal.aborted ? 'left' : 'ended');
        outdate(client, agentId, 'active');
        void client.invalidateQueries({ queryKey: agentListKey });
        void client.invalidateQueries({ queryKey: firstStepsKey });
      }
      return progress;
    },
  });
}
