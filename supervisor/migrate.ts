import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { applyMigrations } from '@/database/migrate';

const RETRY_MS = 2_000;
const ATTEMPTS = 30;
const unreachable = new Set(['ECONNREFUSED', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN', 'ECONNRESET', 'ETIMEDOUT', '57P03']);

/**
 * Applies what is new under `prisma/migrations`. A database that does not answer yet, as when a machine starts, is tried for a minute.
 *
 * @throws Error with a sentence that names the cause.
 */
export async function migrateInstall(root: string, databaseUrl: string, say: (line: string) => void): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await applyMigrations({ connectionString: databaseUrl, directory: path.join(root, 'prisma', 'migrations'), log: () => {} });
      return;
    } catch (error) {
      const { code, message, errors } = error as NodeJS.ErrnoException & { errors?: NodeJS.ErrnoException[] };
      const reason = code ?? errors?.[0]?.code ?? '';
      if (!unreachable.has(reason)) throw new Error(`The database could not be prepared: ${message}`, { cause: error });
      if (attempt === ATTEMPTS)
        throw new Error(`The database does not answer (${reason}). Check DATABASE_URL and that the server runs.`, { cause: error });
      if (attempt === 1) say(`The database does not answer yet (${reason}); trying for a minute.`);
      await sleep(RETRY_MS);
    }
  }
}
