import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { silentLog } from '@/database/database-log';
import { prepareDatabase } from '@/database/prepare';
import { startPostgres } from '@/scripts/test/postgres.mjs';
import { runAsAdmin, withDatabase } from './database';

/** Makes the migrated template of the run on a real PostgreSQL, and removes every database of the run afterwards. */
export default async function setUpPostgres(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startPostgres();
  if ('unavailable' in cluster) throw new Error(`integration tests on PostgreSQL cannot run: ${cluster.unavailable}`);
  const prefix = `selfclaw_test_${randomBytes(4).toString('hex')}_`;
  const template = `${prefix}template`;
  try {
    await runAsAdmin(cluster.url, `CREATE DATABASE "${template}" TEMPLATE template0`);
    await prepareDatabase({
      connectionString: withDatabase(cluster.url, template),
      directory: path.resolve('prisma/migrations'),
      log: silentLog,
    });
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  project.provide('databaseSource', { kind: 'postgres', adminUrl: cluster.url, template, prefix });
  return async () => {
    if (!cluster.temporary) await dropAll(cluster.url, prefix);
    await cluster.stop();
  };
}

async function dropAll(adminUrl: string, prefix: string): Promise<void> {
  const { rows } = await runAsAdmin(adminUrl, `SELECT datname FROM pg_database WHERE starts_with(datname, '${prefix}')`);
  for (const { datname } of rows as { datname: string }[]) {
    await runAsAdmin(adminUrl, `DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
  }
}
