import type { PushedBody, Sink } from '@/lib/api/wire-answer';
import { SECOND_MS } from '@/lib/platform/clock';
import { metrics } from '@/lib/platform/metrics';
import type { ReplyFeed } from './live-replies';
import type { ChatEvent } from './schema';

const SILENCE_MS = 15 * SECOND_MS;

/** The headers of the contract. */
export const eventStreamHeaders = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-cache',
  connection: 'keep-alive',
  'x-accel-buffering': 'no',
};

type OpenStream = { sentAtMs: number; keepAlive: () => void };

const openStreams = new Set<OpenStream>();
let keepAliveTimer: NodeJS.Timeout | undefined;

function encode(event: ChatEvent, id?: number): string {
  return `${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(event)}\n\n`;
}

function watchSilence(stream: OpenStream): void {
  openStreams.add(stream);
  metrics().openStreams.set(openStreams.size);
  keepAliveTimer ??= setInterval(() => {
    const nowMs = performance.now();
    for (const open of openStreams) if (nowMs - open.sentAtMs >= SILENCE_MS) open.keepAlive();
  }, SECOND_MS).unref();
}

function forget(stream: OpenStream): void {
  openStreams.delete(stream);
  metrics().openStreams.set(openStreams.size);
  if (openStreams.size > 0) return;
  clearInterval(keepAliveTimer);
  keepAliveTimer = undefined;
}

function endEvent({ end, conversationId, replyId }: ReplyFeed): ChatEvent | undefined {
  if (!end) return undefined;
  const ids = { conversationId: Number(conversationId), messageId: replyId };
  if (end.status === 'error')
    return { error: end.error ?? 'The reply could not be written.', code: end.errorCode ?? 'REPLY_FAILED', ...ids };
  return { done: true, suggestedChips: end.suggestedChips, ...ids, ...(end.status === 'stopped' ? { stopped: true } : {}) };
}

/**
 * The events of a reply from UTF-16 unit `fromUnit` of its text on, until its end. The first event goes out at once and names the
 * reply. The `id` of an event is how many units of the text the reader has then, so that `Last-Event-ID` is the place to go on from.
 *
 * A reader has only a place in the feed, so a slow one costs nothing, and one that goes away changes nothing.
 */
export function streamFeed(feed: ReplyFeed, fromUnit = 0): PushedBody {
  return (sink) => openStream(feed, fromUnit, sink);
}

function openStream(feed: ReplyFeed, fromUnit: number, sink: Sink): ReturnType<PushedBody> {
  let sentUnits = fromUnit;
  let sentCalls = 0;
  let isClosed = false;
  let isAdvancing = false;
  const ids = { messageId: feed.replyId, conversationId: Number(feed.conversationId) };
  const stream: OpenStream = {
    sentAtMs: 0,
    keepAlive: () => {
      if (sink.hasRoom()) send({ keepalive: true, ...ids });
    },
  };

  function send(event: ChatEvent, id?: number): void {
    stream.sentAtMs = performance.now();
    sink.write(encode(event, id));
  }

  function leave(): void {
    if (isClosed) return;
    isClosed = true;
    feed.listeners.delete(goOn);
    forget(stream);
  }

  function goOn(): void {
    // Handing out a chunk may ask for the next one at once.
    if (isAdvancing || isClosed) return;
    isAdvancing = true;
    while (!isClosed && sink.hasRoom() && sendNext());
    isAdvancing = false;
  }

  /** Hands out what comes next, if there is anything yet. */
  function sendNext(): boolean {
    while ((feed.toolCalls[sentCalls]?.offset ?? fromUnit) < fromUnit) sentCalls += 1;
    const call = feed.toolCalls[sentCalls];
    const limit = call ? Math.min(call.offset, feed.text.length) : feed.text.length;
    if (sentUnits < limit) {
      const content = feed.text.slice(sentUnits, limit);
      sentUnits = limit;
      send({ content }, sentUnits);
      return true;
    }
    if (call) {
      sentCalls += 1;
      send({ toolCall: { id: call.id, name: call.name, input: call.input } }, sentUnits);
      return true;
    }
    const last = endEvent(feed);
    if (!last) return false;
    leave();
    send(last, sentUnits);
    sink.end();
    return false;
  }

  watchSilence(stream);
  feed.listeners.add(goOn);
  send({ keepalive: true, ...ids });
  goOn();
  return { goOn, leave };
}
