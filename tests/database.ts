import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

/** Where migrated databases are copied from; made once a run by the global set-up of the project. */
export type DatabaseSource =
  { kind: 'postgres'; adminUrl: string; template: string; prefix: string } | { kind: 'embedded'; folder: string; template: string };

export type TestDatabase = {
  /** Connection string of an empty, migrated database that nobody else uses. */
  url: string;
  /** Removes the database. On PostgreSQL it stays until the end of the run when something is still connected. */
  drop: () => Promise<void>;
};

declare module 'vitest' {
  export interface ProvidedContext {
    databaseSource: DatabaseSource;
  }
}

/**
 * Makes a migrated database: a copy of the run's template.
 *
 * @param source the project's template: `inject('databaseSource')` in a test.
 */
export async function createTestDatabase(source: DatabaseSource): Promise<TestDatabase> {
  const name = randomBytes(6).toString('hex');
  return source.kind === 'postgres' ? copyOnPostgres(source, `${source.prefix}${name}`) : copyEmbedded(source, name);
}

/** Runs one statement as the server's superuser, in a connection of its own. */
export async function runAsAdmin(adminUrl: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

async function copyOnPostgres({ adminUrl, template }: { adminUrl: string; template: string }, name: string): Promise<TestDatabase> {
  await runAsAdmin(adminUrl, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  const drop = async () => {
    await runAsAdmin(adminUrl, `DROP DATABASE IF EXISTS "${name}"`).catch((error: { code?: string }) => {
      if (error.code !== '55006') throw error; // Still in use: the global tear-down removes it by force.
    });
  };
  return { url: withDatabase(adminUrl, name), drop };
}

/** The copy is served by a process of its own, which ends with this one or with `drop`. */
async function copyEmbedded({ folder, template }: { folder: string; template: string }, name: string): Promise<TestDatabase> {
  const dataDir = path.join(folder, name);
  await cp(template, dataDir, { recursive: true });
  const script = path.join(import.meta.dirname, 'embedded-server.ts');
  const server = spawn(process.execPath, ['--import', 'tsx', script, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`the embedded database of the test ended with code ${code}`)));
    server.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()));
  });
  server.unref();
  for (const stream of [server.stdin, server.stdout]) (stream as unknown as { unref?: () => void }).unref?.();
  const drop = async () => {
    server.ref();
    server.stdin.end();
    await ended;
  };
  return { url, drop };
}
