import { randomBytes } from 'node:crypto';
import { startPostgres } from '@/scripts/test/postgres.mjs';
import { runAsAdmin, withDatabase } from '@/tests/database';

export type AppDatabaseKind = 'embedded' | 'postgres' | 'own-postgres';

/** How long a crashed server stays away, so that its callers notice. */
const OUTAGE_MS = 2_000;

/** What an install is given as its database. */
export type AppDatabase = {
  env: Record<string, string>;
  /** Present when the server is the test's own. */
  crash?: () => Promise<void>;
  remove: () => Promise<void>;
};

/** The machine has no PostgreSQL with pgvector; the message says why. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable';
}

/**
 * Prepares the database of an install.
 *
 * @throws DatabaseUnavailable
 */
export async function startAppDatabase(kind: AppDatabaseKind): Promise<AppDatabase> {
  if (kind === 'embedded') return { env: {}, remove: async () => {} };
  const own = kind === 'own-postgres';
  const server = await startPostgres({ dedicated: own, durable: own });
  if ('unavailable' in server) throw new DatabaseUnavailable(server.unavailable);
  const name = `selfclaw_e2e_${randomBytes(6).toString('hex')}`;
  await runAsAdmin(server.url, `CREATE DATABASE "${name}" TEMPLATE template0`);
  return {
    env: {
      DATABASE_URL: withDatabase(server.url, name),
      SESSION_SECRET: randomBytes(32).toString('base64url'),
      ENCRYPTION_KEY: randomBytes(32).toString('base64url'),
    },
    crash: own ? () => server.restart('immediate', OUTAGE_MS) : undefined,
    async remove() {
      if (!own) await runAsAdmin(server.url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      await server.stop();
    },
  };
}
