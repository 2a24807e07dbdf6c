import { ApiError } from '@/lib/api/api-error';
import { pause } from '@/lib/api/pause';
import { withStreamSlot } from './stream-slots';

/** What a sip waits for after its first event: what the reply has so far comes at once. */
const SIP_MS = 300;
const LONGEST_WAIT_MS = 10_000;

/** Resolves when the page is seen. */
function untilSeen(signal: AbortSignal): Promise<void> {
  if (document.visibilityState === 'visible') return Promise.resolve();
  return new Promise((resolve, reject) => {
    const stop = new AbortController();
    const settle = (end: () => void) => () => {
      stop.abort();
      end();
    };
    const seen = settle(resolve);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && seen(), { signal: stop.signal });
    signal.addEventListener(
      'abort',
      settle(() => reject(signal.reason as Error)),
      { signal: stop.signal },
    );
  });
}

type Connection = {
  signal: AbortSignal;
  /** To be called with every event. */
  onEvent: () => void;
  /** To be called when the connection broke and is about to be opened again. */
  onInterruption: () => void;
};

/** One stretch of a stream: until its end, until nobody looks, or for a sip. Gives whether the end was reached. */
async function followOnce(
  signal: AbortSignal,
  turn: 'whole' | 'sip',
  connect: (connection: Connection) => Promise<void>,
): Promise<boolean> {
  const leave = new AbortController();
  const listening = { signal: leave.signal };
  let interrupted = false;
  let sip: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave.abort(), listening);
  // Back in the network there is no need to wait for the next attempt.
  window.addEventListener('online', () => interrupted && leave.abort(), listening);
  try {
    await connect({
      signal: AbortSignal.any([signal, leave.signal]),
      onEvent: () => {
        interrupted = false;
        if (turn === 'sip') sip ??= setTimeout(() => leave.abort(), SIP_MS);
      },
      onInterruption: () => {
        interrupted = true;
        if (turn === 'sip') leave.abort();
      },
    });
    return true;
  } catch (error) {
    if (leave.signal.aborted && !signal.aborted) return false;
    throw error;
  } finally {
    clearTimeout(sip);
    leave.abort();
  }
}

/**
 * Follows a reply until its end, as long as it takes: only while the page is seen, in one of the browser's places for streams, and
 * on from where it was after every break. `connect` opens the stream behind what has been read already.
 *
 * @throws ApiError when the server refuses; the signal's reason when it is aborted
 */
export async function followReply(signal: AbortSignal, connect: (connection: Connection) => Promise<void>): Promise<void> {
  for (let ended = false; !ended;) {
    signal.throwIfAborted();
    await untilSeen(signal);
    try {
      await withStreamSlot(signal, async (turn) => {
        ended = await followOnce(signal, turn, connect);
      });
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 0) throw error;
      await pause(LONGEST_WAIT_MS, signal);
    }
  }
}
