import path from 'node:path';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import fs from 'node:fs';
import { silentLog } from './database-log';
import { startEmbeddedDatabase, type EmbeddedDatabase } from './embedded/start';
import { applyMigrations } from './migrate';
import { moveToPostgres } from './move';
import { makeTemporaryFolder } from './testing/temporary-folder';

const server = process.env.TEST_DATABASE_URL;
const root = makeTemporaryFolder();
const folder = path.join(root, 'database');
const migrationsDirectory = path.join(root, 'migrations');
let targetUrl = '';
let count = 0;

async function ask(connectionString: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

const open = (): Promise<EmbeddedDatabase> => startEmbeddedDatabase({ dataDir: folder, log: silentLog, durable: false });
const move = () => moveToPostgres({ databaseFolder: folder, targetUrl, migrationsDirectory, log: silentLog });

const contents = `select json_build_object(
  'people', (select json_agg(p.* order by id) from person p), 'odd', (select json_agg(o.* order by id) from odd o),
  'jobs', (select json_agg(json_build_object('id', id, 'data', data, 'state', state) order by id) from pgboss.job)) as all`;

beforeAll(async () => {
  if (!server) return;
  fs.mkdirSync(path.join(migrationsDirectory, '20260101000000_first'), { recursive: true });
  fs.writeFileSync(
    path.join(migrationsDirectory, '20260101000000_first', 'migration.sql'),
    `create extension if not exists vector;
     create table person (id serial primary key, boss int references person (id), favourite int, name text);
     create table odd (id int primary key, owner int not null references person (id), e vector(3), raw bytea, words text[], j jsonb,
       exact numeric, real8 double precision, at timestamptz, nothing text, twice int generated always as (id * 2) stored);
     alter table person add constraint favourite_of foreign key (favourite) references odd (id);
     create function refuse() returns trigger language plpgsql as $$ begin raise exception 'a trigger ran'; end $$;
     create table log (id bigint generated always as identity, text text);`,
  );
  const source = await open();
  await applyMigrations({ connectionString: source.url, directory: migrationsDirectory, log: silentLog });
  await ask(
    source.url,
    `insert into person (boss, name) select case when g < 600 then g + 1 end, E'it''s \\\\ "' || g from generate_series(1, 600) g;
     insert into odd select g, g, ('[' || g / 3.0 || ',1e-20,-0.1]')::vector, decode('00ff5c' || lpad(to_hex(g), 4, '0'), 'hex'), array['a,b', null, '{"x"}', ''],
       '{"k": [1, "ü", null]}', 12345678901234567890.123456789, 0.1 + g, '2026-01-02 03:04:05.678901+00', null from generate_series(1, 600) g;
     update person set favourite = id;
     insert into log (text) values ('one'), ('two')`,
  );
  const boss = new PgBoss({ connectionString: source.url, max: 2, supervise: false, schedule: false });
  await boss.start();
  await boss.createQueue('mail', { retryLimit: 3 });
  await boss.send('mail', { to: 'somebody' });
  await boss.send('mail', { to: 'later' }, { startAfter: 3600 });
  await boss.schedule('mail', '0 3 * * *', { nightly: true });
  await boss.stop({ graceful: false });
  await source.stop();
}, 90_000);

beforeEach(async () => {
  if (!server) return;
  count += 1;
  const name = `move_${process.pid}_${count}`;
  await ask(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  targetUrl = url.toString();
});
afterEach(async () => {
  if (server) await ask(server, `drop database ${new URL(targetUrl).pathname.slice(1)} with (force)`);
});
afterAll(() => {
  if (!server) process.stderr.write('NOT RUN: the move to PostgreSQL. Set TEST_DATABASE_URL to a PostgreSQL server with pgvector.\n');
});

const title = (text: string): string => (server ? text : `NOT RUN, TEST_DATABASE_URL IS UNSET: ${text}`);

test.skipIf(!server)(
  title('a move brings every row, vector, sequence and pending job to PostgreSQL and leaves the source as it was'),
  async () => {
    const before = await open();
    const expected = (await ask(before.url, contents)).rows[0].all;
    await before.stop();
    const copied = await move();
    expect(copied).toEqual(
      expect.arrayContaining([
        { table: 'public.person', rows: 600 },
        { table: 'public.odd', rows: 600 },
        { table: 'pgboss.job', rows: 2 },
        { table: 'pgboss.schedule', rows: 1 },
      ]),
    );
    expect((await ask(targetUrl, contents)).rows[0].all).toEqual(expected);
    const after = await open();
    expect((await ask(after.url, contents)).rows[0].all).toEqual(expected);
    await after.stop();

    expect((await ask(targetUrl, "insert into person (name) values ('new') returning id")).rows[0].id).toBe(601);
    expect((await ask(targetUrl, "insert into log (text) values ('three') returning id")).rows[0].id).toBe('3');
    await expect(ask(targetUrl, 'insert into odd (id, owner) values (9999, 9999)')).rejects.toMatchObject({ code: '23503' });
    const boss = new PgBoss({ connectionString: targetUrl, max: 2, supervise: false, schedule: false });
    await boss.start();
    const [job] = await boss.fetch<{ to: string }>('mail');
    expect(job?.data).toEqual({ to: 'somebody' });
    await boss.stop({ graceful: false });
    await expect(move()).rejects.toThrow('holds data already');
  },
  60_000,
);

test.skipIf(!server)(
  title('a move to a database that is migrated and empty works, one to a database with other tables full of rows is refused'),
  async () => {
    await applyMigrations({ connectionString: targetUrl, directory: migrationsDirectory, log: silentLog });
    expect(await move()).toContainEqual({ table: 'public.odd', rows: 600 });
    await ask(
      targetUrl,
      'drop schema public cascade; drop schema pgboss cascade; create schema public; create table stranger (id int); insert into stranger values (1)',
    );
    await expect(move()).rejects.toThrow('public.stranger');
  },
  60_000,
);

test.skipIf(!server)(
  title('a move is refused while a server runs on the source'),
  async () => {
    const running = await open();
    const elsewhere = await import('./testing/database-process');
    const { code, stderr } = await elsewhere.runProgram('database/move-main.ts', [], {
      DATA_DIR: root,
      DATABASE_URL: targetUrl,
      MIGRATIONS_DIR: migrationsDirectory,
    });
    expect([code, stderr]).toEqual([1, expect.stringContaining('Stop it first')]);
    await running.stop();
  },
  60_000,
);

test.skipIf(!server)(
  title('a row that breaks a rule of the target undoes the whole move'),
  async () => {
    await applyMigrations({ connectionString: targetUrl, directory: migrationsDirectory, log: silentLog });
    await ask(targetUrl, 'alter table person add constraint unlucky check (id <> 577)');
    await expect(move()).rejects.toThrow('unlucky');
    expect((await ask(targetUrl, 'select (select count(*)::int from odd) + (select count(*)::int from person) as rows')).rows[0].rows).toBe(
      0,
    );
    expect(
      (
        await ask(
          targetUrl,
          "select count(*)::int as keys from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace",
        )
      ).rows[0].keys,
    ).toBe(3);
  },
  60_000,
);
