import fs from 'node:fs';
import path from 'node:path';
import { ARCHIVE_DATABASE_FOLDER, BackupError, packArchive } from './archive';
import { askOwnerOr } from './embedded/folder-owner';
import { copyDatabaseFolder } from './embedded/maintenance';

/** What to back up and where to. */
export type BackupSettings = {
  /** DATA_DIR: the install's data folder. */
  dataDir: string;
  /** The file to make; must not exist. */
  file: string;
};

/** What was made. */
export type BackupResult = { file: string; sizeBytes: number };

/**
 * Writes the embedded database to one compressed file, whether SelfClaw runs or not. It is a copy of the database's
 * files as they stand between two transactions: every query waits while they are copied (not while they are
 * compressed), about a second a gigabyte on a local disk, and at no cost where the file system can share blocks.
 * The copy fits the PostgreSQL version that wrote it. The install's `secrets.json` is not in it.
 *
 * @throws BackupError when there is no database, the file exists, or `tar` is missing.
 */
export async function backupDatabase(settings: BackupSettings): Promise<BackupResult> {
  const folder = path.join(path.resolve(settings.dataDir), 'database');
  const file = path.resolve(settings.file);
  if (!fs.existsSync(path.join(folder, 'PG_VERSION'))) throw new BackupError(`There is no embedded database in ${settings.dataDir}.`);
  if (fs.existsSync(file)) throw new BackupError(`${file} exists already; name another file.`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const staging = fs.mkdtempSync(`${folder}.backup-`);
  try {
    const target = path.join(staging, ARCHIVE_DATABASE_FOLDER);
    await askOwnerOr(folder, { command: 'copy', target }, () => copyDatabaseFolder(folder, target));
    // In the staging folder first: a half-written file must never look like a backup.
    const packed = path.join(staging, 'backup.tar.gz');
    await packArchive(staging, packed);
    moveFile(packed, file);
    return { file, sizeBytes: fs.statSync(file).size };
  } finally {
    fs.rmSync(staging, { recursive: true, force: true });
  }
}

function moveFile(from: string, to: string): void {
  fs.chmodSync(from, 0o600);
  try {
    fs.renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const partial = `${to}.partial`;
    fs.copyFileSync(from, partial);
    fs.renameSync(partial, to);
  }
}
