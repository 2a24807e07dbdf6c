import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/platform/clock';
import type { AgentRow } from './queries';

const THINKING_MS = 30 * SECOND_MS;
const RUNNING_MS = 5 * MINUTE_MS;
const RECENT_MS = 48 * HOUR_MS;

/** How long ago, in the words of activity lines: "just now", "5m ago", "2h ago", "3d ago". */
export function relativeTime(at: Date, now: Date): string {
  const ageMs = Math.max(0, now.getTime() - at.getTime());
  if (ageMs < MINUTE_MS) return 'just now';
  if (ageMs < HOUR_MS) return `${Math.floor(ageMs / MINUTE_MS)}m ago`;
  if (ageMs < DAY_MS) return `${Math.floor(ageMs / HOUR_MS)}h ago`;
  return `${Math.floor(ageMs / DAY_MS)}d ago`;
}

function taskSummary(type: string, status: string): string {
  const words = type.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} task ${status}`;
}

/** The newest thing the agent did, of tasks that ended and events, or null. */
export function latestActivity(row: AgentRow): { summary: string; at: Date } | null {
  const task = row.lastTaskAt && {
    summary: taskSummary(row.lastTaskType ?? 'background', row.lastTaskStatus ?? 'completed'),
    at: row.lastTaskAt,
  };
  const event = row.lastEventAt && { summary: row.lastEventSummary ?? '', at: row.lastEventAt };
  if (task && event) return task.at >= event.at ? task : event;
  return task ?? event ?? null;
}

/** `thinking` while a task runs and 30 s after one ended, `running` up to five minutes after, else `idle`. */
export function runtimeStatus(row: AgentRow, now: Date): 'thinking' | 'running' | 'idle' {
  const ageMs = row.lastTaskAt ? now.getTime() - row.lastTaskAt.getTime() : Number.POSITIVE_INFINITY;
  if (row.runningTasks > 0 || ageMs <= THINKING_MS) return 'thinking';
  return ageMs <= RUNNING_MS ? 'running' : 'idle';
}

/** The two activity lines of a list item: any age with its time, and the last 48 hours without. */
export function activityLines(row: AgentRow, now: Date): { currentActivity: string | null; recentActivity: string | null } {
  const latest = latestActivity(row);
  if (!latest) return { currentActivity: null, recentActivity: null };
  return {
    currentActivity: `${latest.summary} · ${relativeTime(latest.at, now)}`,
    recentActivity: now.getTime() - latest.at.getTime() <= RECENT_MS ? latest.summary : null,
  };
}
