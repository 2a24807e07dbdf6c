import { SECOND_MS } from '@/lib/platform/clock';
import { isDatabaseUnavailable } from '@/lib/platform/database';
import { log } from '@/lib/platform/log';
import { chatProcess, interrupt } from './live-replies';
import { readStopRequests, renewLeases } from './queries';

/** How long a reply stays its process's without a sign of life. */
export const LEASE_SECONDS = 30;
const RENEW_EVERY_MS = 10 * SECOND_MS;
const LOOK_EVERY_MS = 500;

let timer: NodeJS.Timeout | undefined;
let looking = false;
let renewedAtMs = 0;

/** The end of a lease that is taken or renewed now, by this process's clock, which does not jump. */
export function leaseEndMs(): number {
  return performance.now() + LEASE_SECONDS * SECOND_MS;
}

async function renew(): Promise<void> {
  const untilMs = leaseEndMs();
  const asked = [...chatProcess.replies.values()].filter((live) => live.state !== 'finishing');
  const ids = asked.map((live) => live.feed.replyId);
  const renewed = new Map((await renewLeases(chatProcess.id, ids, LEASE_SECONDS)).map((row) => [row.id, row]));
  renewedAtMs = performance.now();
  for (const live of asked) {
    const row = renewed.get(live.feed.replyId);
    if (row) live.leaseUntilMs = untilMs;
    else if (live.state !== 'finishing') interrupt(live, 'lost');
    if (row?.stopRequested) interrupt(live, 'stopped');
  }
}

async function look(): Promise<void> {
  if (looking) return;
  if (chatProcess.replies.size === 0) {
    clearInterval(timer);
    timer = undefined;
    return;
  }
  looking = true;
  try {
    const nowMs = performance.now();
    for (const live of chatProcess.replies.values()) if (nowMs >= live.leaseUntilMs) interrupt(live, 'lost');
    if (nowMs - renewedAtMs >= RENEW_EVERY_MS) return await renew();
    for (const id of await readStopRequests(chatProcess.id)) {
      const live = chatProcess.replies.get(id);
      if (live) interrupt(live, 'stopped');
    }
  } catch (error) {
    const level = isDatabaseUnavailable(error) ? 'warn' : 'error';
    log()[level]({ error }, 'the leases of open replies could not be renewed');
  } finally {
    looking = false;
  }
}

/** Keeps the leases of this process's replies and hears of stops that other processes were told of, while there are any. */
export function keepLeases(): void {
  if (timer) return;
  renewedAtMs = performance.now();
  timer = setInterval(() => void look(), LOOK_EVERY_MS);
}
