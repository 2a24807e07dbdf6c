import pg from 'pg';
import type { DatabaseLog } from './database-log';
import { startEmbeddedDatabase } from './embedded/start';
import { applyMigrations, inspectMigrations } from './migrate';
import { explainConnectionError } from './migration-errors';
import { listTables, setSequences, withoutConstraints } from './move-catalogue';
import { copyTable, compareTables, type CopiedTable } from './move-copy';
import { copyJobs } from './move-jobs';
import { isEmbedded, requireSuitableServer } from './server-requirements';

/** A move that cannot be made, with a message for the operator. Nothing was changed. */
export class MoveError extends Error {
  override readonly name = 'MoveError';
}

/** From where to where. */
export type MoveSettings = {
  /** Folder of the embedded database. */
  databaseFolder: string;
  /** The PostgreSQL server's database: empty, or migrated and without rows. */
  targetUrl: string;
  migrationsDirectory: string;
  log: DatabaseLog;
};

/**
 * Copies an install from the embedded database to PostgreSQL: every table with vectors, jobs and sequences, in one
 * transaction that ends only when both sides have the same rows, by count and content. The source is only read.
 *
 * @throws MoveError when SelfClaw runs on the source, the versions differ, or the target holds data.
 */
export async function moveToPostgres(settings: MoveSettings): Promise<CopiedTable[]> {
  const { databaseFolder, migrationsDirectory: directory, log } = settings;
  const database = await startEmbeddedDatabase({ dataDir: databaseFolder, log });
  if (database.reused)
    throw new MoveError('SelfClaw is running on the embedded database. Stop it first: what it wrote during the move would be lost.');
  try {
    const { pending, unknown } = await inspectMigrations({ connectionString: database.url, directory });
    if (pending.length > 0 || unknown.length > 0) {
      throw new MoveError('The embedded database belongs to another version of SelfClaw. Start this version once, stop it, and try again.');
    }
    return await withClients(database.url, settings.targetUrl, async (source, target) => {
      await requireFreshTarget(target);
      await applyMigrations({ connectionString: settings.targetUrl, directory, log });
      return copyEverything(source, target, settings);
    });
  } finally {
    await database.stop();
  }
}

async function copyEverything(source: pg.Client, target: pg.Client, { targetUrl, log }: MoveSettings): Promise<CopiedTable[]> {
  const jobs = await copyJobs.prepare(source, targetUrl);
  await source.query('begin isolation level repeatable read read only');
  await target.query('begin');
  try {
    const tables = await listTables(source, 'public');
    const copied = await withoutConstraints(target, tables, async () => {
      const done: CopiedTable[] = [];
      for (const table of tables) {
        done.push(await copyTable(source, target, table));
        log.debug({ table: table.name, rows: done.at(-1)?.rows }, 'copied a table');
      }
      return done;
    });
    copied.push(...(await copyJobs.run(source, target, jobs)));
    await setSequences(source, target, 'public');
    await compareTables(source, target, [...tables, ...jobs]);
    await target.query('commit');
    return copied;
  } catch (error) {
    await target.query('rollback').catch(() => {});
    throw error;
  } finally {
    await source.query('rollback').catch(() => {});
  }
}

async function requireFreshTarget(target: pg.Client): Promise<void> {
  if (await isEmbedded(target)) throw new MoveError('DATABASE_URL names an embedded database; name a PostgreSQL server.');
  await requireSuitableServer(target);
  for (const schema of ['public', 'pgboss']) {
    for (const table of await listTables(target, schema)) {
      // What a first start leaves: the queues, but no job.
      if (schema === 'pgboss' && !['job', 'schedule', 'subscription'].includes(table.name)) continue;
      const { rows } = await target.query(`select from ${table.quoted} limit 1`);
      if (rows.length > 0) throw new MoveError(`The target database holds data already (${schema}.${table.name}). Name an empty database.`);
    }
  }
}

async function withClients<T>(
  sourceUrl: string,
  targetUrl: string,
  work: (source: pg.Client, target: pg.Client) => Promise<T>,
): Promise<T> {
  // Both sides write times, numbers and bytes in one way, so that their text can be copied and compared.
  const settings = [
    "set timezone = 'UTC'",
    "set datestyle = 'ISO, MDY'",
    "set intervalstyle = 'postgres'",
    'set extra_float_digits = 1',
    "set bytea_output = 'hex'",
  ];
  const clients = [sourceUrl, targetUrl].map((connectionString) => new pg.Client({ connectionString, connectionTimeoutMillis: 15_000 }));
  const [source, target] = clients as [pg.Client, pg.Client];
  for (const client of clients) client.on('error', () => {});
  try {
    await source.connect();
    await target.connect().catch((error: unknown) => {
      throw explainConnectionError(error);
    });
    for (const client of clients) await client.query(settings.join('; '));
    return await work(source, target);
  } finally {
    await Promise.allSettled(clients.map((client) => client.end()));
  }
}
