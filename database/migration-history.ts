import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Migration } from './migration-files';

/** A row of Prisma's table, as far as it matters here. */
export type MigrationRecord = { migration_name: string; checksum: string; finished_at: Date | null; rolled_back_at: Date | null };

/** How the database's history and the migrations on disk compare. */
export type MigrationState = {
  /** On disk and not applied, in order. */
  pending: Migration[];
  /** Applied, but with another text than the one on disk. */
  edited: string[];
  /** Applied, but not on disk: the database is newer than the code. */
  unknown: string[];
  /** Begun and neither finished nor marked as rolled back. */
  failed: string[];
};

// Prisma's own lock number (schema engine, postgres flavour), so that its CLI and we exclude each other.
const MIGRATION_LOCK = 72_707_369;

/**
 * Begins a transaction that holds the lock of migrators, after whoever holds it now. Asks again and again instead of
 * waiting inside a statement, and without parameters: CREATE INDEX CONCURRENTLY waits for every open snapshot, which
 * a running statement has, and a finished one that was sent with parameters too.
 */
export async function beginLocked(client: pg.Client): Promise<void> {
  for (;;) {
    await client.query('begin');
    const { rows } = await client.query<{ taken: boolean }>(`select pg_try_advisory_xact_lock(${MIGRATION_LOCK}) as taken`);
    if (rows[0]?.taken) return;
    await client.query('rollback');
    await sleep(100);
  }
}

/** Creates Prisma's table of migrations, as its engine does. */
export async function ensureMigrationTable(client: pg.Client): Promise<void> {
  if (await hasMigrationTable(client)) return;
  await client.query(`create table if not exists _prisma_migrations (
    id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
    migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
    started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`);
}

async function hasMigrationTable(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ present: boolean }>("select to_regclass('_prisma_migrations') is not null as present");
  return rows[0]?.present ?? false;
}

/** All records; none when the table does not exist. */
export async function readHistory(client: pg.Client): Promise<MigrationRecord[]> {
  if (!(await hasMigrationTable(client))) return [];
  const { rows } = await client.query<MigrationRecord>(
    'select migration_name, checksum, finished_at, rolled_back_at from _prisma_migrations order by started_at',
  );
  return rows;
}

/** Compares both sides. */
export function compareHistory(migrations: Migration[], history: MigrationRecord[]): MigrationState {
  const onDisk = new Map(migrations.map((migration) => [migration.name, migration]));
  const standing = history.filter((record) => !record.rolled_back_at);
  const finished = standing.filter((record) => record.finished_at);
  const applied = new Set(finished.map((record) => record.migration_name));
  return {
    pending: migrations.filter((migration) => !applied.has(migration.name)),
    edited: finished
      .filter((record) => onDisk.get(record.migration_name)?.equivalentChecksums.includes(record.checksum) === false)
      .map((record) => record.migration_name),
    unknown: [...applied].filter((name) => !onDisk.has(name)),
    failed: standing.filter((record) => !record.finished_at).map((record) => record.migration_name),
  };
}

/** Records a migration that the running transaction has applied. */
export async function recordFinished(client: pg.Client, migration: Migration, startedAt: Date): Promise<void> {
  await client.query(
    'insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) values ($1, $2, $3, $4, clock_timestamp(), 1)',
    [randomUUID(), migration.checksum, migration.name, startedAt],
  );
}

/** Records a migration that begins outside a transaction; returns the record's id. */
export async function recordStarted(client: pg.Client, migration: Migration): Promise<string> {
  const id = randomUUID();
  await client.query('insert into _prisma_migrations (id, checksum, migration_name) values ($1, $2, $3)', [
    id,
    migration.checksum,
    migration.name,
  ]);
  return id;
}
