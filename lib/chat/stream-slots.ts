import { pause } from '@/lib/api/pause';

/**
 * Streams that all tabs of a browser hold at a time. A browser opens six connections to a host over HTTP/1.1, and whatever else the
 * pages ask for needs some of them.
 */
const SLOTS = 3;
const SIP_INTERVAL_MS = 1_000;

/** `whole`: the stream may stay open until its end; `sip`: it takes what is there and closes again. */
export type StreamTurn = 'whole' | 'sip';

async function inFreeSlot(act: () => Promise<void>): Promise<boolean> {
  for (let slot = 0; slot < SLOTS; slot += 1) {
    const held = await navigator.locks.request(`selfclaw:stream:${slot}`, { ifAvailable: true }, async (lock) => {
      if (lock) await act();
      return lock !== null;
    });
    if (held) return true;
  }
  return false;
}

/**
 * Runs `act` in one of the browser's places for streams; where all are taken, in turn with the other tabs that wait, for a short look
 * each. Browsers give locks to safe origins alone; elsewhere every tab that is seen has its stream.
 */
export async function withStreamSlot(signal: AbortSignal, act: (turn: StreamTurn) => Promise<void>): Promise<void> {
  if (!navigator.locks) return act('whole');
  if (await inFreeSlot(() => act('whole'))) return;
  await navigator.locks.request('selfclaw:stream:sip', { signal }, () => act('sip'));
  await pause(SIP_INTERVAL_MS, signal);
}
