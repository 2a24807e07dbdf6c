import path from 'node:path';
import { backupDatabase } from './backup';

// Command: backup [FILE]. Backs up the embedded database of DATA_DIR, while SelfClaw runs or not.
const dataDir = process.env.DATA_DIR || './data';
if (process.env.DATABASE_URL) {
  process.stderr.write('DATABASE_URL is set: this command is for the embedded database. Back up PostgreSQL with pg_dump.\n');
  process.exit(2);
}
const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
const file = process.argv[2] ?? path.join(dataDir, 'backups', `selfclaw-${stamp}.tar.gz`);
try {
  const { sizeBytes } = await backupDatabase({ dataDir, file });
  process.stdout.write(
    `Backed up to ${file} (${(sizeBytes / 1e6).toFixed(1)} MB).\n` +
      `Keep a copy of ${path.join(dataDir, 'secrets.json')} apart from it: without it, stored secrets cannot be read.\n`,
  );
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
