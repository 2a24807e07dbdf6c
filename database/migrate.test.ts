import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { silentLog, type DatabaseLog } from './database-log';
import { startEmbeddedDatabase, type EmbeddedDatabase } from './embedded/start';
import { applyMigrations, inspectMigrations, pendingMigrations } from './migrate';
import { findProblem } from './server-requirements';
import { makeTemporaryFolder } from './testing/temporary-folder';

const realServer = process.env.TEST_DATABASE_URL;
const root = makeTemporaryFolder();
let embedded: EmbeddedDatabase;
let directory: string;
let count = 0;

beforeAll(async () => {
  embedded = await startEmbeddedDatabase({ dataDir: path.join(root, 'database'), log: silentLog, durable: false });
}, 120_000);
afterAll(() => embedded?.stop());

beforeEach(async () => {
  count += 1;
  directory = path.join(root, `migrations-${count}`);
  write('20260101000000_first', 'create extension if not exists vector;\ncreate table note (id int primary key, e vector(2));\n');
  write('20260102000000_second', 'alter table note add column text text;\n');
  if (embedded) await ask(embedded.url, 'drop schema public cascade; create schema public');
});

function write(name: string, sql: string): void {
  fs.mkdirSync(path.join(directory, name), { recursive: true });
  fs.writeFileSync(path.join(directory, name, 'migration.sql'), sql);
}

async function ask(connectionString: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

async function freshServerDatabase(): Promise<string> {
  const name = `migrate_${process.pid}_${count}`;
  await ask(realServer!, `create database ${name}`);
  const url = new URL(realServer!);
  url.pathname = `/${name}`;
  return url.toString();
}

async function dropServerDatabase(url: string): Promise<void> {
  await ask(realServer!, `drop database ${new URL(url).pathname.slice(1)} with (force)`);
}

test('migrations are applied once and in order, and pending ones are told before', async () => {
  const settings = { connectionString: embedded.url, directory, log: silentLog };
  expect(await pendingMigrations(settings)).toEqual(['20260101000000_first', '20260102000000_second']);
  expect(await applyMigrations(settings)).toEqual(['20260101000000_first', '20260102000000_second']);
  expect(await applyMigrations(settings)).toEqual([]);
  expect(await pendingMigrations(settings)).toEqual([]);
  await ask(embedded.url, "insert into note values (1, '[1,2]', 'kept')");
});

const places = [
  { where: 'the embedded database', open: async () => embedded.url, close: async () => {}, runs: true },
  { where: 'PostgreSQL (needs TEST_DATABASE_URL)', open: freshServerDatabase, close: dropServerDatabase, runs: Boolean(realServer) },
];

for (const { where, open, close, runs } of places) {
  test.skipIf(!runs)(`four that migrate at once apply each migration once, on ${where}`, async () => {
    write('20260103000000_third', 'create index concurrently note_text on note (text);\ninsert into note (id) values (7);\n');
    const connectionString = await open();
    try {
      const settings = { connectionString, directory, log: silentLog };
      // Statements outside a transaction are left to one caller on the embedded database, which has one supervisor.
      const callers = where.startsWith('PostgreSQL') ? 4 : 1;
      const applied = await Promise.all(Array.from({ length: callers }, () => applyMigrations(settings)));
      expect(applied.flat().sort()).toEqual(['20260101000000_first', '20260102000000_second', '20260103000000_third']);
      const { rows } = await ask(
        connectionString,
        'select migration_name, applied_steps_count, finished_at is not null as finished from _prisma_migrations order by 1',
      );
      expect(rows.map((row) => [row.applied_steps_count, row.finished])).toEqual([
        [1, true],
        [1, true],
        [1, true],
      ]);
    } finally {
      await close(connectionString);
    }
  });
}

test('four that migrate the embedded database at once apply each migration once', async () => {
  const settings = { connectionString: embedded.url, directory, log: silentLog };
  const applied = await Promise.all(Array.from({ length: 4 }, () => applyMigrations(settings)));
  expect(applied.flat().sort()).toEqual(['20260101000000_first', '20260102000000_second']);
});

test('a migration that fails leaves nothing behind, says why, and is applied after it was mended', async () => {
  write('20260103000000_third', 'create table half (id int);\ninsert into missing values (1);\n');
  const settings = { connectionString: embedded.url, directory, log: silentLog };
  await expect(applyMigrations(settings)).rejects.toThrow(
    'Migration 20260103000000_third failed, and nothing of it was kept: relation "missing" does not exist',
  );
  expect((await ask(embedded.url, "select to_regclass('half') as half")).rows[0].half).toBeNull();
  write('20260103000000_third', 'create table half (id int);\n');
  expect(await applyMigrations(settings)).toEqual(['20260103000000_third']);
});

test('a migration edited after it was applied is warned of, other line ends are not', async () => {
  const warned: unknown[] = [];
  const log: DatabaseLog = { ...silentLog, warn: (details) => warned.push(details) };
  const settings = { connectionString: embedded.url, directory, log };
  await applyMigrations(settings);
  write('20260102000000_second', 'alter table note add column text text;\r\n');
  await applyMigrations(settings);
  expect(warned).toEqual([]);
  write('20260102000000_second', 'alter table note add column other text;\n');
  expect(await applyMigrations(settings)).toEqual([]);
  expect(warned).toEqual([{ migration: '20260102000000_second' }]);
});

test('a database newer than the code is told apart', async () => {
  await applyMigrations({ connectionString: embedded.url, directory, log: silentLog });
  fs.rmSync(path.join(directory, '20260102000000_second'), { recursive: true });
  expect(await inspectMigrations({ connectionString: embedded.url, directory })).toMatchObject({
    unknown: ['20260102000000_second'],
    pending: [],
  });
});

test('an unreachable, an old and a bare server are named in plain words', async () => {
  const nowhere = 'postgresql://someone:hidden@127.0.0.1:1/nothing';
  const failure = applyMigrations({ connectionString: nowhere, directory, log: silentLog });
  await expect(failure).rejects.toThrow('The database cannot be used: nothing listens at its address.');
  await expect(failure).rejects.not.toThrow(/hidden/);
  expect(findProblem(140_012, '14.12', true)).toBe('The database server is PostgreSQL 14.12; SelfClaw needs version 15 or newer.');
  expect(findProblem(160_004, '16.4', false)).toContain('postgresql-16-pgvector');
  expect(findProblem(150_000, '15.0', true)).toBeUndefined();
});
