import path from 'node:path';
import { createDatabaseLog } from '@/database/database-log';
import { startEmbeddedDatabase } from '@/database/embedded/start';
import { prepareDatabase } from '@/database/prepare';
import { installSecrets } from '@/supervisor/install-secrets';

/**
 * Points this process at the install's database: DATABASE_URL where it is set, else the embedded one of DATA_DIR, whether
 * SelfClaw runs or not. Gives what closes it again.
 */
export async function openDatabase(): Promise<() => Promise<void>> {
  if (process.env.DATABASE_URL) return async () => {};
  const dataDir = path.resolve(process.env.DATA_DIR || './data');
  const log = createDatabaseLog('seed');
  const database = await startEmbeddedDatabase({ dataDir: path.join(dataDir, 'database'), log });
  try {
    if (!database.reused) {
      const directory = path.resolve(process.env.MIGRATIONS_DIR || 'prisma/migrations');
      await prepareDatabase({ connectionString: database.url, directory, log });
    }
    Object.assign(process.env, { ...installSecrets(dataDir), DATABASE_URL: database.url, EMBEDDED_DATABASE: 'true' });
  } catch (error) {
    await database.stop();
    throw error;
  }
  return () => database.stop();
}
