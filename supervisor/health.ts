import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 150;

/** The status that an address answers with, or `undefined` when nothing answers within the time. */
export function statusOf(url: string, timeoutMs: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false, headers: { connection: 'close' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.setTimeout(timeoutMs, () => request.destroy());
    request.once('error', () => resolve(undefined));
    request.once('close', () => resolve(undefined));
  });
}

/** Waits until an address answers with success; the caller sets the limit through `signal`. */
export async function waitForAnswer(url: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const status = await statusOf(url, 60_000);
    if (status !== undefined && status >= 200 && status < 300) return;
    await sleep(POLL_MS, undefined, { signal });
  }
  throw new Error('stopped waiting');
}

const WATCH_EVERY_MS = 10_000;
const SILENCES_ALLOWED = 6;

/**
 * Asks an address every ten seconds and calls `onSilent` after a minute without any answer. An error answer counts as one:
 * a process whose database is away is alive.
 */
export async function watchAnswers(url: string, signal: AbortSignal, onSilent: () => void): Promise<void> {
  for (let silences = 0; silences < SILENCES_ALLOWED;) {
    await sleep(WATCH_EVERY_MS, undefined, { signal, ref: false }).catch(() => {});
    if (signal.aborted) return;
    silences = (await statusOf(url, WATCH_EVERY_MS)) === undefined ? silences + 1 : 0;
  }
  if (!signal.aborted) onSilent();
}
