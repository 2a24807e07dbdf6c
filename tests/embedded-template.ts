import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { silentLog } from '@/database/database-log';
import { startEmbeddedDatabase } from '@/database/embedded/start';
import { prepareDatabase } from '@/database/prepare';

/** Makes the migrated data folder of the run that every embedded test database is copied from. */
export default async function setUpEmbedded(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'selfclaw-db-'));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  const template = path.join(folder, 'template');
  try {
    const server = await startEmbeddedDatabase({ dataDir: template, durable: false, log: silentLog });
    await prepareDatabase({ connectionString: server.url, directory: path.resolve('prisma/migrations'), log: silentLog });
    await server.stop();
  } catch (error) {
    await remove();
    throw error;
  }
  project.provide('databaseSource', { kind: 'embedded', folder, template });
  return remove;
}
