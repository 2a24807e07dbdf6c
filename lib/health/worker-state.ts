import type { WorkerRow } from './queries';

/** A worker needs some seconds until its first sign of life; until then its silence says nothing. */
const STARTING_SECONDS = 60;

export type WorkerState = 'working' | 'starting' | 'silent' | 'never';

/** Whether background work is done. */
export function workerState({ processes, seenAt }: Pick<WorkerRow, 'processes' | 'seenAt'>): WorkerState {
  if (processes > 0) return 'working';
  if (process.uptime() < STARTING_SECONDS) return 'starting';
  return seenAt ? 'silent' : 'never';
}
