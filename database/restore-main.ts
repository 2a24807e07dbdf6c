import path from 'node:path';
import { parseArgs } from 'node:util';
import { silentLog } from './database-log';
import { restoreDatabase } from './restore';

// Command: restore FILE [--replace]. Restores the embedded database of DATA_DIR, while SelfClaw runs or not.
const { values, positionals } = parseArgs({ options: { replace: { type: 'boolean', default: false } }, allowPositionals: true });
const file = positionals[0];
if (!file) {
  process.stderr.write('Name the backup to restore: restore FILE [--replace]\n');
  process.exit(2);
}
try {
  const result = await restoreDatabase({
    dataDir: process.env.DATA_DIR || './data',
    file,
    replace: values.replace,
    migrationsDirectory: path.resolve(process.env.MIGRATIONS_DIR || 'prisma/migrations'),
    log: silentLog,
  });
  process.stdout.write(`Restored the backup of ${result.createdAt}.\n`);
  if (result.keptAs) process.stdout.write(`The database that was there is kept as ${result.keptAs}.\n`);
  if (result.whileRunning) process.stdout.write('SelfClaw goes on with the restored database.\n');
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
