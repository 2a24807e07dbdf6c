import pg from 'pg';
import { env } from './env';
import { AppError } from './errors';
import { log } from './log';

/** Runs one statement: the pool itself, or a client inside a transaction. */
export type Executor = Pick<pg.Pool | pg.PoolClient, 'query'>;

/** A client inside {@link transaction}. */
export type Transaction = pg.PoolClient;

// One pool a process, also when a development server loads this module anew.
const holder = globalThis as typeof globalThis & { selfclawPool?: pg.Pool };

/** A statement that has no answer by then has a database that hangs or a connection that is dead; its caller gets 503. */
const QUERY_TIMEOUT_MS = 30_000;
const QUERY_TIMED_OUT = 'Query read timeout';

// bigint columns are bigint in code; counts are cast to int in SQL.
const INT8_OID = 20;
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8_OID && format !== 'binary'
      ? BigInt
      : pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

function connect(): pg.Pool {
  const connectionString = env().DATABASE_URL;
  if (!connectionString) throw new AppError('SERVICE_UNAVAILABLE', 'DATABASE_URL is not set', { retryAfterMs: 5_000 });
  const made = new pg.Pool({
    connectionString,
    max: env().DATABASE_POOL_SIZE,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    application_name: `selfclaw-${process.env.SELFCLAW_PROCESS ?? 'app'}`,
    types,
  });
  made.on('error', (error) => log().warn({ error }, 'a database connection was lost'));
  return made;
}

/** The connections of this process, which all statements outside a {@link transaction} share. */
export function pool(): pg.Pool {
  holder.selfclawPool ??= connect();
  return holder.selfclawPool;
}

const RETRYABLE = new Set(['40001', '40P01']);

/** Whether an error says that statements met each other and the same one may succeed a moment later: a serialization failure or a deadlock. */
export function isConflict(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && RETRYABLE.has(code);
}

/**
 * Runs `work` in one transaction: committed when it returns, rolled back when it throws.
 * A serialization failure or deadlock is tried again, up to three times, so `work` must have no effect outside the database.
 */
export async function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const client = await pool().connect();
    let broken: Error | undefined;
    // The pool listens on idle clients alone; a connection that dies between two statements would end the process.
    const onLost = (error: Error) => {
      broken = error;
    };
    client.on('error', onLost);
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      // What hangs would not hear of it; the connection is thrown away instead.
      if ((error as Error).message === QUERY_TIMED_OUT) broken = error as Error;
      else
        await client.query('rollback').catch((rollbackError: Error) => {
          broken = rollbackError;
        });
      if (attempt >= 3 || !isConflict(error)) throw error;
    } finally {
      client.off('error', onLost);
      client.release(broken);
    }
  }
}

/** Connections that callers wait for; the measure of load that decides whether requests are shed. */
export function waitingForDatabase(): number {
  return holder.selfclawPool?.waitingCount ?? 0;
}

/** Closes every connection of this process. */
export async function closeDatabase(): Promise<void> {
  const open = holder.selfclawPool;
  holder.selfclawPool = undefined;
  await open?.end();
}

const UNAVAILABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);

/** Whether an error says that the database cannot be reached now, as opposed to a wrong statement. */
export function isDatabaseUnavailable(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = (current as { code?: unknown }).code;
    if (typeof code === 'string' && UNAVAILABLE.has(code)) return true;
    if (
      /timeout exceeded when trying to connect|Query read timeout|Connection terminated|terminating connection|ECONNREFUSED/i.test(
        current.message,
      )
    )
      return true;
  }
  return false;
}
