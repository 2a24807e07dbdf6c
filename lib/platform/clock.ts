/** Milliseconds of a second, minute, hour and day. */
export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

let offsetMs = 0;

/** The time of this process. Rules that several processes share use the database's `now()` instead. */
export function now(): Date {
  return new Date(Date.now() + offsetMs);
}

/** For tests: moves {@link now} by `milliseconds` against the system's clock. */
export function shiftClock(milliseconds: number): void {
  offsetMs = milliseconds;
}

/** Midnight UTC of the day of `at`. */
export function startOfUtcDay(at: Date): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()));
}

/** The next midnight UTC after `at`: when daily quotas start anew. */
export function nextUtcDay(at: Date): Date {
  return new Date(startOfUtcDay(at).getTime() + DAY_MS);
}
