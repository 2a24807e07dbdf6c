import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupDatabase } from './backup';
import { silentLog } from './database-log';
import { startEmbeddedDatabase } from './embedded/start';
import { applyMigrations } from './migrate';
import { restoreDatabase } from './restore';
import { startDatabaseProcess, type DatabaseProcess } from './testing/database-process';
import { makeTemporaryFolder } from './testing/temporary-folder';

let dataDir: string;
let migrationsDirectory: string;
let database: DatabaseProcess;
let pool: pg.Pool;

beforeEach(async () => {
  dataDir = makeTemporaryFolder();
  migrationsDirectory = path.join(dataDir, 'migrations');
  write(
    '20260101000000_first',
    'create extension vector; create table pair (side text, n int); create table place (id serial, e vector(2));',
  );
  database = await startDatabaseProcess(dataDir);
  await applyMigrations({ connectionString: database.url, directory: migrationsDirectory, log: silentLog });
  pool = new pg.Pool({ connectionString: database.url, max: 4 });
  pool.on('error', () => {});
}, 120_000);

afterEach(async () => {
  await pool?.end();
  await database?.end('SIGTERM');
});

function write(name: string, sql: string): void {
  fs.mkdirSync(path.join(migrationsDirectory, name), { recursive: true });
  fs.writeFileSync(path.join(migrationsDirectory, name, 'migration.sql'), sql);
}

const restoreSettings = (file: string, replace = false) => ({ dataDir, file, replace, migrationsDirectory, log: silentLog });

async function writePairs(until: { stop: boolean }): Promise<number> {
  let written = 0;
  while (!until.stop) {
    const client = await pool.connect();
    await client.query('begin');
    await client.query("insert into pair values ('left', $1)", [written]);
    await client.query("insert into pair values ('right', $1)", [written]);
    await client.query('insert into place (e) values ($1)', [`[${written},1]`]);
    await client.query('commit');
    client.release();
    written += 1;
  }
  return written;
}

test('a backup made while rows are written restores to whole transactions, into a fresh folder', async () => {
  const until = { stop: false };
  const writing = writePairs(until);
  await sleep(500);
  const file = path.join(dataDir, 'backups', 'one.tar.gz');
  const { sizeBytes } = await backupDatabase({ dataDir, file });
  expect(sizeBytes).toBeGreaterThan(100_000);
  await sleep(300);
  until.stop = true;
  const written = await writing;
  await expect(backupDatabase({ dataDir, file })).rejects.toThrow('exists already');

  const elsewhere = makeTemporaryFolder();
  const result = await restoreDatabase({ ...restoreSettings(file), dataDir: elsewhere });
  expect([result.keptAs, result.whileRunning]).toEqual([undefined, false]);
  const restored = await startEmbeddedDatabase({ dataDir: path.join(elsewhere, 'database'), log: silentLog, durable: false });
  const client = new pg.Client({ connectionString: restored.url });
  await client.connect();
  const { rows } =
    await client.query(`select (select count(*)::int from pair where side = 'left') as lefts, (select count(*)::int from pair where side = 'right') as rights,
    (select count(*)::int from place) as places, (select max(n) + 1 from pair) as last`);
  await client.end();
  await restored.stop();
  const { lefts } = rows[0];
  expect(rows[0]).toEqual({ lefts, rights: lefts, places: lefts, last: lefts });
  expect(lefts).toBeGreaterThan(0);
  expect(lefts).toBeLessThan(written);
}, 120_000);

test('a restore needs --replace, works while the server runs, migrates what is older, and keeps the old database aside', async () => {
  await pool.query("insert into pair values ('before', 1)");
  const file = path.join(dataDir, 'two.tar.gz');
  await backupDatabase({ dataDir, file });
  await pool.query("insert into pair values ('after', 2)");
  write('20260102000000_second', 'alter table pair add column note text;');
  await expect(restoreDatabase(restoreSettings(file))).rejects.toThrow('Add --replace');
  const result = await restoreDatabase(restoreSettings(file, true));
  expect(result.whileRunning).toBe(true);
  await expect
    .poll(() => pool.query('select side, note from pair').then(({ rows }) => rows, String))
    .toEqual([{ side: 'before', note: null }]);
  const kept = await startEmbeddedDatabase({ dataDir: result.keptAs!, log: silentLog, durable: false });
  const client = new pg.Client({ connectionString: kept.url });
  await client.connect();
  expect((await client.query('select side from pair order by n')).rows).toEqual([{ side: 'before' }, { side: 'after' }]);
  await client.end();
  await kept.stop();
  expect(fs.readdirSync(dataDir).filter((name) => /\.(backup|restore)-/.test(name))).toEqual([]);
}, 120_000);

test('a damaged backup, another kind of file and a backup of a newer version change nothing', async () => {
  await pool.query("insert into pair values ('mine', 1)");
  const file = path.join(dataDir, 'three.tar.gz');
  await backupDatabase({ dataDir, file });
  const damaged = path.join(dataDir, 'damaged.tar.gz');
  fs.writeFileSync(damaged, fs.readFileSync(file).subarray(0, 200_000));
  await expect(restoreDatabase(restoreSettings(damaged, true))).rejects.toThrow('damaged or no backup');
  const other = path.join(dataDir, 'other.tar.gz');
  fs.writeFileSync(other, 'no archive');
  await expect(restoreDatabase(restoreSettings(other, true))).rejects.toThrow('damaged or no backup');
  fs.renameSync(path.join(migrationsDirectory, '20260101000000_first'), path.join(migrationsDirectory, '20250101000000_other'));
  await expect(restoreDatabase(restoreSettings(file, true))).rejects.toThrow('newer version of SelfClaw');
  expect((await pool.query('select side from pair')).rows).toEqual([{ side: 'mine' }]);
}, 120_000);
