import { waitingForDatabase } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { AppError } from '@/lib/platform/errors';
import { metrics } from '@/lib/platform/metrics';
import type { Endpoint } from './endpoint';

// Health and metrics must answer exactly when everything else is refused.
const ALWAYS_ANSWERED = new Set(['gateway.health', 'miniapp.health', 'metrics.read']);

/** Callers that may wait for a database connection, a connection. */
const WAITING_PER_CONNECTION = 8;

/**
 * Refuses a request at the door while more callers wait for the database than it serves within a fraction of a second.
 * Waiting would help nobody: the queue only grows.
 *
 * @throws AppError SERVICE_UNAVAILABLE with `retryAfterMs`.
 */
export function shedLoad(endpoint: Endpoint): void {
  if (ALWAYS_ANSWERED.has(endpoint.id)) return;
  if (waitingForDatabase() <= env().DATABASE_POOL_SIZE * WAITING_PER_CONNECTION) return;
  metrics().shed.inc();
  throw new AppError('SERVICE_UNAVAILABLE', 'The server is busy. Please try again in a moment.', { retryAfterMs: 1_000 });
}
