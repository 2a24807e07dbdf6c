import net from 'node:net';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { silentLog } from '../database-log';
import { makeTemporaryFolder } from '../testing/temporary-folder';
import { WIRE_SOCKET_NAME } from './socket-folder';
import { startEmbeddedDatabase, type EmbeddedDatabase } from './start';
import { int32, message, splitMessages, typeOf } from './wire-messages';

const folder = path.join(makeTemporaryFolder(), 'database');
let database: EmbeddedDatabase;
let open: pg.Client[] = [];

beforeAll(async () => {
  database = await startEmbeddedDatabase({ dataDir: folder, log: silentLog, durable: false, idleInTransactionMs: 400 });
}, 120_000);
afterAll(() => database?.stop());
afterEach(async () => {
  await Promise.all(open.map((client) => client.end().catch(() => {})));
  open = [];
});

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url });
  client.on('error', () => {});
  await client.connect();
  open.push(client);
  return client;
}

async function value(client: pg.Client, sql: string): Promise<unknown> {
  const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
  return rows[0]?.[0];
}

test('a notification reaches every client that listens, and nobody else', async () => {
  const [a, b, c] = await Promise.all([connect(), connect(), connect()]);
  const got = { a: [] as string[], b: [] as string[], c: [] as string[] };
  for (const [name, client] of [
    ['a', a],
    ['b', b],
    ['c', c],
  ] as const) {
    client.on('notification', (notification) => got[name].push(notification.payload ?? ''));
  }
  await a.query('listen "News"');
  await c.query('LISTEN "News"');
  await b.query(`notify "News", 'one'`);
  await b.query('begin');
  await b.query("select pg_notify('News', $1)", ['two']);
  await b.query('commit');
  await b.query('begin');
  await b.query("select pg_notify('News', 'never')");
  await b.query('rollback');
  await a.query('unlisten "News"');
  await b.query(`notify "News", 'three'`);
  await c.query(`notify "News", 'four'`);
  await expect.poll(() => got).toEqual({ a: ['one', 'two'], b: [], c: ['one', 'two', 'three', 'four'] });
});

test('COPY FROM STDIN is refused in plain words, fails its transaction, and the server lives on', async () => {
  const client = await connect();
  await client.query('create table copied (x int)');
  await expect(client.query('copy copied from stdin')).rejects.toMatchObject({
    code: '0A000',
    message: expect.stringContaining('not supported'),
  });
  await client.query('begin');
  await expect(client.query('/* c */ COPY copied (x)\n FROM stdin WITH (format csv)')).rejects.toMatchObject({ code: '0A000' });
  await expect(client.query('select 1')).rejects.toMatchObject({ code: '25P02' });
  await client.query('rollback');
  expect(await value(client, "select 'copy copied from stdin'")).toBe('copy copied from stdin');
});

test('a client idle in a transaction is cut off when others wait, also while newcomers keep arriving, and its work is undone', async () => {
  const [idle, other] = await Promise.all([connect(), connect()]);
  await other.query('create table idle_rows (x int)');
  let cut: unknown;
  idle.on('error', (error) => (cut ??= error));
  await idle.query('begin');
  await idle.query('insert into idle_rows values (1)');
  const count = (client: pg.Client) => value(client, 'select count(*)::int from idle_rows');
  let served = false;
  const first = count(other).finally(() => (served = true));
  // Were the clock set back by each newcomer, the first would be served after the last of them.
  const newcomers: Promise<unknown>[] = [];
  for (; !served && newcomers.length < 50; await sleep(100)) newcomers.push(connect().then(count));
  expect(newcomers.length).toBeLessThan(50);
  expect(await Promise.all([first, ...newcomers])).toEqual(Array.from({ length: newcomers.length + 1 }, () => 0));
  expect(cut).toMatchObject({ code: '25P03' });
});

test('a client idle in a transaction is left alone while nobody waits', async () => {
  const client = await connect();
  await client.query('begin');
  await sleep(900);
  expect(await value(client, 'select 1')).toBe(1);
  await client.query('commit');
});

test('a client that dies in a transaction is rolled back, and the next one goes on at once', async () => {
  const [dying, other] = await Promise.all([connect(), connect()]);
  await other.query('create table dying_rows (x int)');
  await dying.query('begin');
  await dying.query('insert into dying_rows values (1)');
  (dying as unknown as { connection: { stream: net.Socket } }).connection.stream.destroy();
  expect(await value(other, 'select count(*)::int from dying_rows')).toBe(0);
});

test('settings of one client do not reach another, and come back with their client', async () => {
  const [a, b] = await Promise.all([connect(), connect()]);
  const before = await value(b, 'show work_mem');
  await a.query("set work_mem = '7MB'; set search_path = pg_catalog");
  await b.query("select set_config('timezone', 'Asia/Tokyo', false)");
  expect([await value(b, 'show work_mem'), await value(b, 'show search_path'), await value(b, 'show timezone')]).toEqual([
    before,
    'public',
    'Asia/Tokyo',
  ]);
  expect([await value(a, 'show work_mem'), await value(a, 'show search_path'), await value(a, 'show timezone')]).toEqual([
    '7MB',
    'pg_catalog',
    'UTC',
  ]);
  await a.query('reset all');
  expect(await value(a, 'show work_mem')).toBe(before);
  expect(await value(b, 'show timezone')).toBe('Asia/Tokyo');
  await b.end();
  expect(await value(await connect(), 'show timezone')).toBe('UTC');
});

test('DISCARD ALL and DEALLOCATE ALL of one client leave the statements of another', async () => {
  const [a, b] = await Promise.all([connect(), connect()]);
  const named = { name: 'kept', text: 'select 5 as five' };
  await a.query(named);
  await b.query('deallocate all');
  await b.query('discard all');
  expect((await a.query(named)).rows).toEqual([{ five: 5 }]);
});

test('an answer larger than any buffer arrives whole, to a client that reads late too', async () => {
  const [a, b] = await Promise.all([connect(), connect()]);
  const stream = (a as unknown as { connection: { stream: net.Socket } }).connection.stream;
  const answer = a.query("select g, repeat('x', 1000) as t from generate_series(1, 20000) g");
  stream.pause();
  expect(await value(b, 'select 3')).toBe(3);
  stream.resume();
  const { rows } = await answer;
  expect([rows.length, rows[19_999].g, rows[19_999].t.length]).toEqual([20_000, 20_000, 1000]);
});

type RawConnection = { send(...parts: Buffer[]): void; until(type: string): Promise<string>; count(type: string): number; close(): void };

async function rawConnection(): Promise<RawConnection> {
  const socket = net.connect(path.join(`${folder}.run`, WIRE_SOCKET_NAME));
  await once(socket, 'connect');
  let received = Buffer.alloc(0);
  socket.on('data', (data: Buffer) => (received = Buffer.concat([received, data])));
  const connection = {
    send: (...parts: Buffer[]) => void socket.write(Buffer.concat(parts)),
    /** Types of the messages up to the first of this type. */
    async until(type: string) {
      await expect.poll(() => splitMessages(received).map(typeOf), { timeout: 5_000 }).toContain(type);
      const types = splitMessages(received).map(typeOf).join('');
      received = Buffer.alloc(0);
      return types;
    },
    count: (type: string) => splitMessages(received).filter((part) => typeOf(part) === type).length,
    close: () => socket.destroy(),
  };
  const startup = Buffer.concat([int32(196_608), Buffer.from('user\0postgres\0\0')]);
  connection.send(Buffer.concat([int32(startup.length + 4), startup]));
  await connection.until('Z');
  return connection;
}

const parse = (sql: string): Buffer => message('P', '', sql, Buffer.from([0, 0]));
const bind = message('B', '', '', Buffer.from([0, 0, 0, 0, 0, 0]));
const execute = message('E', '', int32(0));
const sync = message('S');
const flush = message('H');

test('an unnamed statement survives the queries of others between its Parse and its Bind', async () => {
  const [raw, other] = [await rawConnection(), await connect()];
  raw.send(parse('select 1, 2, 3'), sync);
  expect(await raw.until('Z')).toBe('1Z');
  await other.query('select $1::int', [1]);
  raw.send(bind, message('D', Buffer.from('P'), ''), execute, sync);
  expect(await raw.until('Z')).toBe('2TDCZ');
  raw.close();
});

test('a client that flushes before it syncs keeps the session in between', async () => {
  const [raw, other] = [await rawConnection(), await connect()];
  raw.send(parse('select 1'), message('D', Buffer.from('S'), ''), flush);
  expect(await raw.until('T')).toBe('1tT');
  const between = value(other, 'select 9');
  raw.send(bind, execute, sync);
  expect(await raw.until('Z')).toBe('2DCZ');
  expect(await between).toBe(9);
  raw.close();
});

test('a client that sends 400 queries at once does not starve another', async () => {
  const [flooding, other] = [await rawConnection(), await connect()];
  await value(other, 'select 1');
  flooding.send(...Array.from({ length: 400 }, () => message('Q', 'select count(*) from generate_series(1, 2000)')));
  await expect.poll(() => flooding.count('Z'), { interval: 5 }).toBeGreaterThan(0);
  expect([await value(other, 'select 1'), await value(other, 'select 2')]).toEqual([1, 2]);
  expect(flooding.count('Z')).toBeLessThan(200);
  await expect.poll(() => flooding.count('Z'), { timeout: 10_000 }).toBe(400);
  flooding.close();
});

test('bytes that are no PostgreSQL protocol end their connection only', async () => {
  const socket = net.connect(path.join(`${folder}.run`, WIRE_SOCKET_NAME));
  socket.on('error', () => {});
  socket.resume();
  socket.write('GET / HTTP/1.1\r\n\r\n');
  await once(socket, 'close');
  const raw = await rawConnection();
  raw.send(Buffer.from('Q'), int32(2_000_000_000));
  expect(await raw.until('E')).toBe('E');
  expect(await value(await connect(), 'select 4')).toBe(4);
});
