import { reply } from '@/lib/api/handle';
import { type WireAnswer, wireAnswer } from '@/lib/api/wire-answer';
import { eventStreamHeaders, streamFeed } from './event-stream';
import type { ReplyFeed } from './live-replies';
import type { ReplyWithQuota } from './queries';
import { quotaHeaders, type QuotaState } from './quota';

/** The answer to a message that was taken in. */
export function presentStarted(started: { replyId: string; userMessageId: string; conversationId: bigint }) {
  return {
    messageId: started.replyId,
    conversationId: Number(started.conversationId),
    status: 'processing' as const,
    userMessageId: started.userMessageId,
  };
}

/** The state of a reply with its status: 202 while it is written, 200 when it is done, 500 when it failed. */
export function presentResult(row: ReplyWithQuota) {
  const conversationId = Number(row.conversationId);
  const headers = quotaHeaders(row);
  if (row.status === 'queued' || row.status === 'processing') {
    return reply(202, { status: 'processing' as const, conversationId }, headers);
  }
  if (row.status === 'error') {
    const error = row.error ?? 'The reply could not be written.';
    return reply(
      500,
      { status: 'error' as const, error, code: row.errorCode ?? 'REPLY_FAILED', conversationId, messageId: row.id },
      headers,
    );
  }
  const completed = {
    status: 'completed' as const,
    content: row.content,
    conversationId,
    suggestedChips: row.suggestedChips ?? [],
    messageId: row.id,
    stopped: row.status === 'stopped',
  };
  return reply(200, completed, headers);
}

/** The events of a reply as an answer; `quota` is the state before the turn. */
export function presentStream(feed: ReplyFeed, quota: QuotaState, fromUnit = 0): WireAnswer {
  return wireAnswer(200, { ...eventStreamHeaders, ...quotaHeaders(quota) }, streamFeed(feed, fromUnit));
}
