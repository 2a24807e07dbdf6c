import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { forkProgram, runProgram, startDatabaseProcess } from '../testing/database-process';
import { makeTemporaryFolder } from '../testing/temporary-folder';
import { openBackendSession, textRowsOf } from './backend-session';
import { message } from './wire-messages';

const ROUNDS = 3;

function onAbort(reason: string): never {
  throw new Error(reason);
}

test('a server killed with -9 in mid-write loses no acknowledged row and half-keeps no transaction, three times in a row', async () => {
  const dataDir = makeTemporaryFolder();
  const file = path.join(dataDir, 'acknowledged');
  let database = await startDatabaseProcess(dataDir);
  const ask = async (sql: string): Promise<pg.QueryResult> => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await ask(`create extension vector; create table crash_row (run text, n int, pad text); create table crash_total (n int);
    insert into crash_total values (0); create table crash_vector (id serial primary key, e vector(3));
    create index on crash_vector using hnsw (e vector_l2_ops)`);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const writer = forkProgram('database/testing/crash-writer.ts', [database.url, file, String(round)]);
    await once(writer, 'message');
    await sleep(200 + round * 130);
    await database.end('SIGKILL');
    await once(writer, 'exit');
    const acknowledged = Number(fs.readFileSync(file, 'utf8'));
    expect(acknowledged).toBeGreaterThanOrEqual(10);
    database = await startDatabaseProcess(dataDir);
    const { rows } = await ask(`select count(*)::int as rows, max(n) as last from crash_row where run = '${round}'`);
    // The one transaction in flight may have been committed without an answer.
    expect([acknowledged, acknowledged + 1]).toContain(rows[0].rows);
    expect(rows[0].last).toBe(rows[0].rows);
    const sums = await ask(
      `select (select n from crash_total) as total, (select count(*)::int from crash_row) as rows, (select count(*)::int from crash_vector) as vectors`,
    );
    expect(new Set(Object.values(sums.rows[0])).size).toBe(1);
  }
  await ask('reindex table crash_vector');
  await database.end('SIGTERM');
}, 120_000);

test('a commit waits for the disk', async () => {
  const syncs: number[] = [];
  const original = fs.fdatasyncSync;
  fs.fdatasyncSync = (descriptor) => {
    syncs.push(descriptor);
    original(descriptor);
  };
  try {
    const folder = path.join(makeTemporaryFolder(), 'database');
    const session = await openBackendSession({
      folder,
      durable: true,
      onAbort,
    });
    await session.run(message('Q', 'create table kept (n int)'));
    const before = syncs.length;
    for (let index = 0; index < 20; index += 1) await session.run(message('Q', `insert into kept values (${index})`));
    expect(syncs.length - before).toBeGreaterThanOrEqual(20);
    await session.close();
  } finally {
    fs.fdatasyncSync = original;
  }
}, 120_000);

test('a first start that was cut off in the middle is begun anew', async () => {
  const folder = path.join(makeTemporaryFolder(), 'database');
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'PG_VERSION'), '18\n');
  fs.writeFileSync(`${folder}.initialising`, '');
  const session = await openBackendSession({
    folder,
    durable: false,
    onAbort,
  });
  expect(session.serverVersion).toMatch(/^18/);
  await session.close();
  expect(fs.existsSync(`${folder}.initialising`)).toBe(false);
}, 120_000);

test('when the WASM database dies its process ends with 70 at once, and the next start has every row', async () => {
  const folder = path.join(makeTemporaryFolder(), 'database');
  const died = await runProgram('database/testing/aborting-session.ts', [folder], {});
  expect([died.code, died.stdout]).toEqual([70, expect.stringMatching(/^aborted: /)]);
  const session = await openBackendSession({ folder, durable: false, onAbort });
  expect(textRowsOf(await session.run(message('Q', 'select count(*) from survivor')))).toEqual([['1']]);
  await session.close();
}, 120_000);
