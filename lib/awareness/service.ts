import type { OwnedAgent } from '@/lib/auth/principal';
import { quotaDay } from '@/lib/chat/quota';
import { now } from '@/lib/platform/clock';
import { refuse } from '@/lib/platform/errors';
import { fillDays, firstOfDays, longestStreak, presentAwareness } from './present';
import { readAwarenessRow, readDays, readMonthTasks, readStreak } from './queries';

/** Twelve weeks. */
const CALENDAR_DAYS = 84;

/** How far an agent has come. One statement. */
export async function readAwareness(agent: OwnedAgent) {
  const row = await readAwarenessRow(agent, quotaDay());
  return row ? presentAwareness(row) : refuse('NOT_FOUND', 'Agent not found');
}

/** The tasks of the month, the streak and the days behind it. Three statements. */
export async function readGrowthSummary(agent: OwnedAgent) {
  const at = now();
  const first = firstOfDays(at, CALENDAR_DAYS);
  const [tasks, rows, streak] = await Promise.all([
    readMonthTasks(agent, new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1))),
    readDays(agent, first),
    readStreak(agent, quotaDay(at)),
  ]);
  const days = fillDays(rows, first, at);
  return {
    month: quotaDay(at).slice(0, 7),
    totalApproved: tasks.reduce((sum, { count }) => sum + count, 0),
    breakdown: Object.fromEntries(tasks.map(({ taskType, count }) => [taskType, count])),
    activeDays: tasks[0]?.activeDays ?? 0,
    streak,
    longestStreak: Math.max(streak, longestStreak(days)),
    days,
  };
}
