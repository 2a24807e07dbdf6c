import path from 'node:path';
import { createDatabaseLog } from './database-log';
import { prepareDatabase } from './prepare';

// Command: applies pending migrations to DATABASE_URL. MIGRATIONS_DIR names another folder than prisma/migrations.
const log = createDatabaseLog('migrate');
const connectionString = process.env.DATABASE_URL;
if (!connectionString) {
  process.stderr.write('DATABASE_URL is not set. "npm start" migrates the embedded database by itself.\n');
  process.exit(2);
}
try {
  const directory = path.resolve(process.env.MIGRATIONS_DIR || 'prisma/migrations');
  const applied = await prepareDatabase({ connectionString, directory, log });
  process.stdout.write(applied.length > 0 ? `Applied ${applied.join(', ')}.\n` : 'No migration was pending.\n');
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
