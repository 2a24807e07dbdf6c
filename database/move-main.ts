import path from 'node:path';
import { createDatabaseLog } from './database-log';
import { moveToPostgres } from './move';

// Command: move. Copies the embedded database of DATA_DIR to the PostgreSQL database of DATABASE_URL.
const dataDir = process.env.DATA_DIR || './data';
const targetUrl = process.env.DATABASE_URL;
if (!targetUrl) {
  process.stderr.write('Set DATABASE_URL to the empty PostgreSQL database that the install shall move to.\n');
  process.exit(2);
}
try {
  const copied = await moveToPostgres({
    databaseFolder: path.join(dataDir, 'database'),
    targetUrl,
    migrationsDirectory: path.resolve(process.env.MIGRATIONS_DIR || 'prisma/migrations'),
    log: createDatabaseLog('move'),
  });
  for (const { table, rows } of copied) process.stdout.write(`${String(rows).padStart(10)}  ${table}\n`);
  process.stdout.write(
    'All rows are in PostgreSQL, and the embedded database is as it was.\n' +
      `From now on start with DATABASE_URL set, and with SESSION_SECRET and ENCRYPTION_KEY as they stand in ${path.join(dataDir, 'secrets.json')}.\n`,
  );
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
