import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { outlineStatements, splitStatements } from './embedded/sql-outline';
import { MigrationError } from './migration-errors';

/** One migration on disk. */
export type Migration = {
  name: string;
  sql: string;
  /** SHA-256 of the file, in hex, as Prisma stores it. */
  checksum: string;
  /** Checksums of the same text with the other kind of line ends, which some checkouts make. */
  equivalentChecksums: string[];
  /** Whether all of it may run in one transaction. */
  transactional: boolean;
  statements: string[];
};

const refusesTransaction =
  /^(?:vacuum|reindex\b.*\bconcurrently|create\s+(?:unique\s+)?index\s+concurrently|drop\s+index\s+concurrently|begin\b|start\s+transaction|commit\b|alter\s+system)/is;

const checksumOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Reads a migrations folder, sorted by name, which begins with a time.
 *
 * @throws MigrationError when the folder or the file of a migration is missing.
 */
export async function readMigrations(directory: string): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((cause: unknown) => {
    throw new MigrationError(`The folder of migrations ${directory} is missing.`, { cause });
  });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readMigration(directory, name)));
}

async function readMigration(directory: string, name: string): Promise<Migration> {
  const file = path.join(directory, name, 'migration.sql');
  const sql = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new MigrationError(`The migration ${file} is missing.`, { cause });
  });
  const unix = sql.replaceAll('\r\n', '\n');
  return {
    name,
    sql,
    checksum: checksumOf(sql),
    equivalentChecksums: [checksumOf(sql), checksumOf(unix), checksumOf(unix.replaceAll('\n', '\r\n'))],
    transactional: !outlineStatements(sql).some((statement) => refusesTransaction.test(statement)),
    statements: splitStatements(sql),
  };
}
