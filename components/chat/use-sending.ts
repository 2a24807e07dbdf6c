'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useState } from 'react';
import { useOffline } from '@/components/ui/offline';
import type { ApiError } from '@/lib/api/api-error';
import { newAttempt } from '@/lib/api/attempt';
import { useSendMessage } from '@/lib/chat/hooks';
import { draftKeyOf, returnToDraft, writeDraft } from './drafts';
import { fateOf, forgetUnsent, keepUnsent, pauseBefore, useUnsent } from './outbox';

/** `waiting`: it is sent again by itself · `refused`: the server did not want it as it is. */
export type SendState = 'sending' | 'waiting' | 'refused';

/**
 * Sends messages, one at a time. What the server has not confirmed stays in sight and outlives a reload; a broken network is waited
 * out, under the same attempt, so that nothing is said twice.
 */
export function useSending(agentId: string, conversationId: string | undefined) {
  const router = useRouter();
  const key = draftKeyOf(agentId, conversationId);
  const unsent = useUnsent(key);
  const offline = useOffline();
  const [failure, setFailure] = useState<{ error: ApiError; count: number }>();
  const send = useSendMessage(agentId, conversationId, () => forgetUnsent(key));
  const state: SendState = failure && !send.isPending && fateOf(failure.error) === 'decide' ? 'refused' : failure ? 'waiting' : 'sending';

  function attempt(entry: { message: string; attempt: string }): void {
    send.mutate(entry, {
      onSuccess: (started) => {
        setFailure(undefined);
        if (!conversationId) router.replace(`/agents/${agentId}/chat/${started.conversationId}`, { scroll: false });
      },
      onError: (error) => {
        setFailure((before) => ({ error, count: (before?.count ?? 0) + 1 }));
        if (fateOf(error) !== 'back') return;
        forgetUnsent(key);
        returnToDraft(key, entry.message);
      },
    });
  }

  const again = useEffectEvent(() => {
    if (unsent && !send.isPending) attempt(unsent);
  });
  // A message that was on its way when the page was left goes out now.
  useEffect(() => again(), [key]);
  useEffect(() => {
    if (state !== 'waiting' || offline || !failure) return;
    const timer = setTimeout(() => again(), failure.count === 0 ? 0 : pauseBefore(failure.count, failure.error.retryAfterMs));
    return () => clearTimeout(timer);
  }, [state, offline, failure]);
  useEffect(() => {
    const online = () => state === 'waiting' && again();
    window.addEventListener('online', online);
    return () => window.removeEventListener('online', online);
  }, [state]);

  return {
    unsent,
    state,
    offline,
    /** Why the last attempt failed, while that still matters. */
    error: failure?.error,
    /** Until the page of a conversation that has just begun takes over. */
    opening: send.isSuccess && !conversationId ? send.variables.message : undefined,
    start: (message: string) => {
      const entry = { message, attempt: newAttempt() };
      setFailure(undefined);
      keepUnsent(key, entry);
      writeDraft(key, '');
      attempt(entry);
    },
    retry: () => {
      if (unsent && !send.isPending) attempt(unsent);
    },
    takeBack: () => {
      if (!unsent) return;
      forgetUnsent(key);
      returnToDraft(key, unsent.message);
      setFailure(undefined);
    },
  };
}
