import type { ChatEvent } from './schema';

/** What is known of a reply while its events come in. */
export type ReplyProgress = {
  content: string;
  toolCalls: { id: string; name: string; input: unknown }[];
  state: 'writing' | 'done' | 'failed';
  /** The owner stopped it; `content` is what had been written. */
  stopped: boolean;
  suggestedChips: string[];
  error: { message: string; code: string | undefined } | null;
  /** The connection broke; the reply goes on being written, and is read on as soon as there is a way. */
  interrupted: boolean;
};

/** A reply of which nothing has been read. */
export function startReply(): ReplyProgress {
  return { content: '', toolCalls: [], state: 'writing', stopped: false, suggestedChips: [], error: null, interrupted: false };
}

/** The reply after one more event. */
export function takeEvent(before: ReplyProgress, event: ChatEvent): ReplyProgress {
  const progress = before.interrupted ? { ...before, interrupted: false } : before;
  if ('content' in event) return { ...progress, content: progress.content + event.content };
  if ('toolCall' in event) {
    const known = progress.toolCalls.some((call) => call.id === event.toolCall.id);
    return known ? progress : { ...progress, toolCalls: [...progress.toolCalls, { ...event.toolCall }] };
  }
  if ('error' in event) return { ...progress, state: 'failed', error: { message: event.error, code: event.code } };
  if ('done' in event) return { ...progress, state: 'done', stopped: event.stopped ?? false, suggestedChips: event.suggestedChips };
  return progress;
}
