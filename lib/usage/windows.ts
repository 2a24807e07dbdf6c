import { DAY_MS, HOUR_MS } from '@/lib/platform/clock';

const DAYS_KEPT = 30;

const startOfHour = (at: Date, ago: number) => new Date(Math.floor((at.getTime() - ago) / HOUR_MS) * HOUR_MS);

/** Where the windows of the statistics begin: with the full hour of 1, 7 and 30 days ago. Calls before the last are forgotten. */
export function usageWindows(at: Date): { day: Date; week: Date; month: Date } {
  return { day: startOfHour(at, DAY_MS), week: startOfHour(at, 7 * DAY_MS), month: startOfHour(at, DAYS_KEPT * DAY_MS) };
}
