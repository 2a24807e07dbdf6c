import { createParser } from 'eventsource-parser';
import { ApiError } from './api-error';
import { pause } from './pause';

/** The server sends a sign of life every 15 s; three missed ones mean that the connection is dead. */
const SILENCE_MS = 45_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;
const ATTEMPTS = 8;

export type EventStreamOptions<Event> = {
  /** Where to continue: the id of the last event that was seen. */
  lastEventId?: string;
  signal?: AbortSignal;
  onEvent: (event: Event) => void;
  /** Called when the events begin anew from the first, because there was none to continue after. */
  onRestart?: () => void;
  /** Called when the connection broke, before it is opened again. */
  onInterruption?: () => void;
};

type Connect = (lastEventId: string | undefined, signal: AbortSignal) => Promise<Response>;

type Progress = { lastEventId: string | undefined; received: number; ended: boolean };

function isLast(event: unknown): boolean {
  return typeof event === 'object' && event !== null && ('done' in event || 'error' in event);
}

function parseEvent(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

/** Reads one connection until the last event, its end, or silence. */
async function readConnection<Event>(
  response: Response,
  progress: Progress,
  options: EventStreamOptions<Event>,
  cut: AbortController,
): Promise<void> {
  if (!response.body) return;
  const parser = createParser({
    onEvent: (message) => {
      if (progress.ended) return;
      const event = parseEvent(message.data);
      if (event === undefined) return;
      if (message.id) progress.lastEventId = message.id;
      progress.received += 1;
      progress.ended = isLast(event);
      options.onEvent(event as Event);
    },
  });
  const reader = response.body.pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>).getReader();
  let silence = setTimeout(() => cut.abort(), SILENCE_MS);
  try {
    while (!progress.ended) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(silence);
      silence = setTimeout(() => cut.abort(), SILENCE_MS);
      parser.feed(value);
    }
  } finally {
    clearTimeout(silence);
    void reader.cancel().catch(() => undefined);
  }
}

/**
 * Follows a stream of server-sent events until one says `done` or `error`. A connection that breaks is opened again
 * after the last event that was seen, with growing pauses.
 *
 * @throws ApiError when the server refuses, or cannot be reached in eight attempts; the signal's reason when it is aborted
 */
export async function followEvents<Event>(connect: Connect, options: EventStreamOptions<Event>): Promise<void> {
  const progress: Progress = { lastEventId: options.lastEventId, received: 0, ended: false };
  for (let failures = 0; failures < ATTEMPTS;) {
    options.signal?.throwIfAborted();
    const before = progress.received;
    const cut = new AbortController();
    const signal = options.signal ? AbortSignal.any([options.signal, cut.signal]) : cut.signal;
    try {
      const response = await connect(progress.lastEventId, signal);
      if (before > 0 && progress.lastEventId === undefined) options.onRestart?.();
      await readConnection(response, progress, options, cut);
    } catch (error) {
      options.signal?.throwIfAborted();
      const refused = error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429;
      if (refused) throw error;
    }
    if (progress.ended) return;
    failures = progress.received > before ? 1 : failures + 1;
    options.onInterruption?.();
    await pause(Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS), options.signal);
  }
  throw new ApiError({ status: 0, code: 'NETWORK', message: 'The connection to the server was lost.' });
}
