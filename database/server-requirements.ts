import type pg from 'pg';
import { MigrationError } from './migration-errors';

const OLDEST_VERSION = 150_000;

/** Whether the server is the embedded database. */
export async function isEmbedded(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ version: string }>('select version()');
  return rows[0]?.version.includes('PGlite') ?? false;
}

/**
 * Checks what SelfClaw needs of a PostgreSQL server.
 *
 * @throws MigrationError that says what to install.
 */
export async function requireSuitableServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string; vector: boolean }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
            exists (select from pg_available_extensions where name = 'vector') as vector`,
  );
  const { number, version, vector } = rows[0]!;
  const problem = findProblem(number, version, vector);
  if (problem) throw new MigrationError(problem);
}

/** The first thing that makes a server unsuitable, in a sentence. `versionNumber` is `server_version_num`. */
export function findProblem(versionNumber: number, version: string, hasVector: boolean): string | undefined {
  const major = Math.floor(versionNumber / 10_000);
  if (versionNumber < OLDEST_VERSION) return `The database server is PostgreSQL ${version}; SelfClaw needs version 15 or newer.`;
  if (hasVector) return undefined;
  return (
    `The database server lacks pgvector. Install it on the server (Debian and Ubuntu: the package postgresql-${major}-pgvector, ` +
    'or the image pgvector/pgvector; see https://github.com/pgvector/pgvector#installation), then try again.'
  );
}
