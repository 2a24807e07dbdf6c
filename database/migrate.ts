import pg from 'pg';
import type { DatabaseLog } from './database-log';
import { explainConnectionError, MigrationError } from './migration-errors';
import { readMigrations, type Migration } from './migration-files';
import {
  beginLocked,
  compareHistory,
  ensureMigrationTable,
  readHistory,
  recordFinished,
  recordStarted,
  type MigrationState,
} from './migration-history';
import { requireSuitableServer, isEmbedded } from './server-requirements';

/** Where migrations are and where they go. */
export type MigrationSettings = {
  connectionString: string;
  /** Folder with one folder a migration, as Prisma lays it out. */
  directory: string;
  log: DatabaseLog;
};

/**
 * Applies what is pending, in order, and returns the names. Does what `prisma migrate deploy` does, in the same
 * table with the same checksums, so that either may follow the other. Each migration and its record are one
 * transaction: a migration that fails leaves nothing behind and is tried again next time. Several callers at once
 * take turns. Statements that refuse a transaction (`CREATE INDEX CONCURRENTLY`, `VACUUM`) run one by one instead.
 *
 * @throws MigrationError in plain words: server not reachable, too old, without pgvector, or a migration that fails.
 */
export async function applyMigrations(settings: MigrationSettings): Promise<string[]> {
  const migrations = await readMigrations(settings.directory);
  return withClient(settings.connectionString, async (client) => {
    await requireSuitableServer(client);
    const applied: string[] = [];
    let state = await currentState(client, migrations);
    warn(state, settings.log);
    for (;;) {
      const next = state.pending[0];
      if (!next) return applied;
      const startedMs = Date.now();
      const mine = next.transactional ? await applyOne(client, next, migrations) : await applyOutsideTransaction(settings, client, next);
      if (mine) {
        applied.push(next.name);
        settings.log.info({ migration: next.name, durationMs: Date.now() - startedMs }, 'applied a migration');
      }
      state = await currentState(client, migrations);
    }
  });
}

/** Names of the migrations that the database lacks. A database without any history lacks all. */
export async function pendingMigrations(settings: MigrationSettings): Promise<string[]> {
  return (await inspectMigrations(settings)).pending.map((migration) => migration.name);
}

/** How the database's history and the migrations on disk compare. Changes nothing. */
export async function inspectMigrations(settings: Pick<MigrationSettings, 'connectionString' | 'directory'>): Promise<MigrationState> {
  const migrations = await readMigrations(settings.directory);
  return withClient(settings.connectionString, async (client) => compareHistory(migrations, await readHistory(client)));
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 15_000, application_name: 'selfclaw-migrate' });
  // The query that is running then fails with the same error.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw explainConnectionError(error);
  }
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

async function currentState(client: pg.Client, migrations: Migration[]): Promise<MigrationState> {
  // Under the lock, or a migration that another caller is running would look like one that was cut off.
  await beginLocked(client);
  const state = compareHistory(migrations, await readHistory(client));
  await client.query('commit');
  const failed = state.failed[0];
  if (failed) {
    throw new MigrationError(
      `Migration ${failed} failed or was cut off earlier and left the database in between. Put it right by hand, ` +
        `then run "npx prisma migrate resolve --applied ${failed}" or "--rolled-back ${failed}".`,
    );
  }
  return state;
}

function warn(state: MigrationState, log: DatabaseLog): void {
  for (const migration of state.edited) log.warn({ migration }, 'a migration was edited after it was applied');
  for (const migration of state.unknown)
    log.warn({ migration }, 'the database has a migration that this version of SelfClaw does not know');
}

// Returns false when another caller was quicker.
async function applyOne(client: pg.Client, next: Migration, migrations: Migration[]): Promise<boolean> {
  await beginLocked(client);
  try {
    await ensureMigrationTable(client);
    const state = compareHistory(migrations, await readHistory(client));
    const stillPending = state.pending[0]?.name === next.name && state.failed.length === 0;
    if (stillPending) {
      const startedAt = new Date();
      await client.query(next.sql);
      await recordFinished(client, next, startedAt);
    }
    await client.query('commit');
    return stillPending;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw new MigrationError(`Migration ${next.name} failed, and nothing of it was kept: ${(error as Error).message}${hintFor(error)}`, {
      cause: error,
    });
  }
}

async function applyOutsideTransaction({ connectionString }: MigrationSettings, client: pg.Client, next: Migration): Promise<boolean> {
  // One session serves all clients of the embedded database, so an open transaction of a second one would block
  // the first; its folder has one supervisor, which migrates once.
  if (await isEmbedded(client)) return runStatements(client, next);
  return withClient(connectionString, async (locker) => {
    await beginLocked(locker);
    const history = await readHistory(client);
    const done = history.some((row) => row.migration_name === next.name && !row.rolled_back_at);
    return done ? false : runStatements(client, next);
  });
}

async function runStatements(client: pg.Client, next: Migration): Promise<boolean> {
  await ensureMigrationTable(client);
  const id = await recordStarted(client, next);
  try {
    for (const statement of next.statements) await client.query(statement);
  } catch (error) {
    const text = (error as Error).message;
    await client.query('update _prisma_migrations set logs = $2 where id = $1', [id, text]);
    throw new MigrationError(`Migration ${next.name} failed half-way (its statements cannot run in one transaction): ${text}`, {
      cause: error,
    });
  }
  await client.query('update _prisma_migrations set finished_at = now(), applied_steps_count = 1 where id = $1', [id]);
  return true;
}

function hintFor(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  if (code === '42501' && /extension/i.test(message)) {
    return '. Let an administrator of the server run "CREATE EXTENSION vector" in this database once, then try again.';
  }
  return '';
}
