import { MINUTE_MS, shiftClock } from '@/lib/platform/clock';

/**
 * Sets the clock to the first half of its minute, for tests of what is counted by the minute: no window ends while they run.
 * @param shifts of the clocks of several processes, which then stand in the same minute; this one's alone if not given
 * @returns the milliseconds by which they are shifted now
 */
export function keepInsideMinute(shifts: readonly ((milliseconds: number) => void)[] = [shiftClock]): number {
  const byMs = Date.now() % MINUTE_MS > MINUTE_MS / 2 ? -MINUTE_MS / 2 : 0;
  for (const shift of shifts) shift(byMs);
  return byMs;
}
