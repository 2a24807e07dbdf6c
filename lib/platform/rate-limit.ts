import { now } from './clock';
import { pool } from './database';
import { env } from './env';

/** How many permits a key has in one window. */
export type RateBudget = { permits: number; windowMs: number };

export type Permit = { allowed: true } | { allowed: false; retryAfterMs: number };

type Lease = { windowStartMs: number; left: number; exhausted: boolean; pending?: Promise<void> };

const leases = new Map<string, Lease>();
const MAX_LEASES = 50_000;

// A twentieth of the budget at a time: a process writes to the database once in 20 requests at most.
const blockSize = (permits: number) => Math.max(1, Math.ceil(permits / 20));

function scaledPermits(budget: RateBudget): number {
  return Math.max(1, Math.floor(budget.permits * env().RATE_LIMIT_FACTOR));
}

function leaseOf(key: string, windowMs: number): Lease {
  const windowStartMs = Math.floor(now().getTime() / windowMs) * windowMs;
  const known = leases.get(key);
  if (known && known.windowStartMs === windowStartMs) return known;
  if (leases.size >= MAX_LEASES) leases.clear();
  const fresh: Lease = { windowStartMs, left: 0, exhausted: false };
  leases.set(key, fresh);
  return fresh;
}

async function takeBlock(key: string, lease: Lease, permits: number): Promise<void> {
  const block = blockSize(permits);
  const { rows } = await pool().query<{ used: number }>({
    name: 'rate-limit-block',
    text: `insert into rate_limit_windows (key, window_start, used) values ($1, $2, $3)
           on conflict (key, window_start) do update set used = rate_limit_windows.used + excluded.used
           returning used`,
    values: [key, new Date(lease.windowStartMs), block],
  });
  const usedBefore = (rows[0]?.used ?? block) - block;
  const granted = Math.max(0, Math.min(block, permits - usedBefore));
  lease.left += granted;
  if (granted === 0) lease.exhausted = true;
}

/**
 * Takes one permit of `key`. Processes lease permits in blocks from the database, so the budget holds across all of them,
 * and a key that ran out is refused without asking the database again until its window ends.
 */
export async function takePermit(key: string, budget: RateBudget): Promise<Permit> {
  const permits = scaledPermits(budget);
  const lease = leaseOf(key, budget.windowMs);
  while (lease.left === 0 && !lease.exhausted) {
    lease.pending ??= takeBlock(key, lease, permits).finally(() => {
      lease.pending = undefined;
    });
    await lease.pending;
  }
  if (lease.left > 0) {
    lease.left -= 1;
    return { allowed: true };
  }
  return { allowed: false, retryAfterMs: Math.max(1, lease.windowStartMs + budget.windowMs - now().getTime()) };
}

/** Deletes windows that ended over an hour ago; called by the worker's sweep. */
export async function sweepRateLimits(): Promise<number> {
  const result = await pool().query(`delete from rate_limit_windows where window_start < now() - interval '1 hour'`);
  return result.rowCount ?? 0;
}

/** For tests: forgets the leases of this process. */
export function forgetLeases(): void {
  leases.clear();
}
