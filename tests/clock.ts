import { MINUTE_MS, shiftClock } from '@/lib/platform/clock';

/**
 * Sets the clock to the first half of its minute, for tests of what is counted by the minute: no window ends while they run.
 * @param shift of another process's clock, if not this one's
 * @returns the milliseconds by which the clock is shifted now
 */
export function keepInsideMinute(shift: (milliseconds: number) => void = shiftClock): number {
  const byMs = Date.now() % MINUTE_MS > MINUTE_MS / 2 ? -MINUTE_MS / 2 : 0;
  shift(byMs);
  return byMs;
}
