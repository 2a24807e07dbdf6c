process.env.SELFCLAW_PROCESS ??= 'prepare';

import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareDatabase } from '@/database/prepare';
import { log } from '@/lib/platform/log';
import type { PreparationMessage } from './preparation';

// Process entry: brings the tables and the queues of the database up to date, and ends. It is a process of its own because
// the supervisor lives for months and should not carry for all that time what it needs once.
const RETRY_MS = 2_000;
const ATTEMPTS = 30;
const notYetThere = new Set(['ECONNREFUSED', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN', 'ECONNRESET', 'ETIMEDOUT', '57P03']);

function tell(message: PreparationMessage): Promise<void> {
  return new Promise((resolve) => (process.send ? process.send(message, undefined, undefined, () => resolve()) : resolve()));
}

/** Whether the reason, or the one behind it, is that no server answers. */
function isNotYetThere(error: unknown): boolean {
  if (error instanceof AggregateError && error.errors.some(isNotYetThere)) return true;
  if (!(error instanceof Error)) return false;
  return notYetThere.has((error as NodeJS.ErrnoException).code ?? '') || isNotYetThere(error.cause);
}

/** A server that does not answer yet, as when a machine starts, is tried for a minute. */
async function prepare(connectionString: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await prepareDatabase({ connectionString, directory: path.resolve('prisma', 'migrations'), log: log() });
      return;
    } catch (error) {
      if (attempt === ATTEMPTS || !isNotYetThere(error)) throw error;
      if (attempt === 1) await tell({ type: 'waiting' });
      await sleep(RETRY_MS);
    }
  }
}

process.once('disconnect', () => process.exit(1));
async function answer(databaseUrl: string): Promise<void> {
  // Shared code reads its configuration from the environment.
  process.env.DATABASE_URL = databaseUrl;
  try {
    await prepare(databaseUrl);
    await tell({ type: 'prepared' });
    process.exit(0);
  } catch (error) {
    await tell({ type: 'failed', reason: (error as Error).message });
    process.exit(1);
  }
}

process.once('message', (databaseUrl: string) => void answer(databaseUrl));
