import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runProgram, startDatabaseProcess, type DatabaseProcess } from '../testing/database-process';
import { makeTemporaryFolder } from '../testing/temporary-folder';

const dataDir = makeTemporaryFolder();
let database: DatabaseProcess;
let client: pg.Client;

beforeAll(async () => {
  database = await startDatabaseProcess(dataDir);
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
}, 120_000);

afterAll(async () => {
  await client?.end();
  await database?.end('SIGTERM');
});

async function load(mode: string, count: number): Promise<{ right: number; wrong: number; errors: string[] }> {
  const runs = await Promise.all(
    ['1', '2'].map((seed) => runProgram('database/testing/load-client.ts', [database.url, mode, String(count), seed], {})),
  );
  const seen = runs.map(({ stdout, stderr }) => {
    if (!stdout) throw new Error(stderr);
    return JSON.parse(stdout) as { right: number; wrong: number; errors: string[] };
  });
  return {
    right: seen.reduce((sum, one) => sum + one.right, 0),
    wrong: seen.reduce((sum, one) => sum + one.wrong, 0),
    errors: seen.flatMap((one) => one.errors),
  };
}

test('two processes with ten connections each get the answers to their own queries, named statements and errors included', async () => {
  expect(await load('query', 900)).toEqual({ right: 1800, wrong: 0, errors: [] });
}, 90_000);

test('interleaved transactions of two processes keep the sum of all accounts', async () => {
  await client.query('create table account (id int primary key, v int not null); create table transfer (src text, k int)');
  await client.query('insert into account select g, 100 from generate_series(1, 10) g');
  expect(await load('transfer', 200)).toEqual({ right: 400, wrong: 0, errors: [] });
  const { rows } = await client.query('select sum(v)::int as sum, (select count(*)::int from transfer) as transfers from account');
  expect(rows[0]).toEqual({ sum: 1000, transfers: 360 });
}, 90_000);

test('jobs claimed with SKIP LOCKED by two processes are each claimed once', async () => {
  await client.query('create table job (id serial primary key, done_by text, times int not null default 0)');
  await client.query('insert into job (done_by) select null from generate_series(1, 300)');
  expect(await load('claim', 200)).toMatchObject({ wrong: 0, errors: [] });
  const { rows } = await client.query(
    'select count(*)::int as jobs, min(times) as least, max(times) as most, count(distinct done_by)::int as claims from job',
  );
  expect(rows[0]).toEqual({ jobs: 300, least: 1, most: 1, claims: 300 });
}, 90_000);
