import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { applyMigrations } from '@/database/migrate';

const RETRY_MS = 2_000;
const ATTEMPTS = 30;
const notYetThere = new Set(['ECONNREFUSED', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN', 'ECONNRESET', 'ETIMEDOUT', '57P03']);

/** Whether the reason, or the one behind it, is that no server answers. */
function isNotYetThere(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (notYetThere.has((current as NodeJS.ErrnoException).code ?? '')) return true;
    if (current instanceof AggregateError && current.errors.some(isNotYetThere)) return true;
  }
  return false;
}

/**
 * Applies what is new under `prisma/migrations`. A server that does not answer yet, as when a machine starts, is tried for a minute.
 *
 * @throws MigrationError with a sentence that names the cause.
 */
export async function migrateInstall(root: string, databaseUrl: string, say: (line: string) => void): Promise<void> {
  const log = {
    debug() {},
    info() {},
    warn: (_: object, message: string) => say(`The database: ${message}`),
    error: (_: object, message: string) => say(`The database: ${message}`),
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      await applyMigrations({ connectionString: databaseUrl, directory: path.join(root, 'prisma', 'migrations'), log });
      return;
    } catch (error) {
      if (attempt === ATTEMPTS || !isNotYetThere(error)) throw error;
      if (attempt === 1) say('The database does not answer yet; trying for a minute.');
      await sleep(RETRY_MS);
    }
  }
}
