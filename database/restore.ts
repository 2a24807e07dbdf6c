import fs from 'node:fs';
import path from 'node:path';
import { ARCHIVE_DATABASE_FOLDER, BackupError, unpackArchive } from './archive';
import type { DatabaseLog } from './database-log';
import { askOwnerOr } from './embedded/folder-owner';
import { startEmbeddedDatabase } from './embedded/start';
import { applyMigrations, inspectMigrations } from './migrate';

/** What to restore and where to. */
export type RestoreSettings = {
  /** DATA_DIR: the install's data folder. */
  dataDir: string;
  /** A file made by a backup. */
  file: string;
  /** Whether a database that is there may be replaced; it is then kept aside. */
  replace: boolean;
  /** Folder of this version's migrations, which an older backup is brought up to. */
  migrationsDirectory: string;
  log: DatabaseLog;
};

/** What was done. */
export type RestoreResult = {
  /** When the backup was made. */
  createdAt: string;
  /** Where the replaced database was put. */
  keptAs: string | undefined;
  /** Whether SelfClaw was running: its connections were cut and come back by themselves. */
  whileRunning: boolean;
};

/**
 * Puts a backup in the place of the embedded database, whether SelfClaw runs or not. The backup is unpacked, opened
 * and migrated beside the old database first, so a damaged one changes nothing.
 *
 * @throws BackupError when there is a database and `replace` is not given, or the backup is damaged or too new.
 */
export async function restoreDatabase(settings: RestoreSettings): Promise<RestoreResult> {
  const folder = path.join(path.resolve(settings.dataDir), 'database');
  const exists = fs.existsSync(folder);
  if (exists && !settings.replace) {
    throw new BackupError(
      `${settings.dataDir} holds a database already. Add --replace to put the backup in its place; the old one is kept aside.`,
    );
  }
  if (!fs.existsSync(settings.file)) throw new BackupError(`${settings.file} does not exist.`);
  fs.mkdirSync(path.dirname(folder), { recursive: true, mode: 0o700 });
  const staging = fs.mkdtempSync(`${folder}.restore-`);
  try {
    const manifest = await unpackArchive(path.resolve(settings.file), staging);
    const restored = path.join(staging, ARCHIVE_DATABASE_FOLDER);
    await prepare(restored, settings);
    const aside = `${folder}.before-restore-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
    const how = await askOwnerOr(folder, { command: 'swap', source: restored, aside }, () => {
      if (exists) fs.renameSync(folder, aside);
      fs.renameSync(restored, folder);
    });
    return { createdAt: manifest.createdAt, keptAs: fs.existsSync(aside) ? aside : undefined, whileRunning: how === 'running' };
  } finally {
    fs.rmSync(staging, { recursive: true, force: true });
  }
}

async function prepare(folder: string, { migrationsDirectory: directory, log }: RestoreSettings): Promise<void> {
  const database = await startEmbeddedDatabase({ dataDir: folder, log }).catch((cause: unknown) => {
    throw new BackupError(`The backup cannot be opened: ${(cause as Error).message}`, { cause });
  });
  try {
    const connectionString = database.url;
    const { unknown } = await inspectMigrations({ connectionString, directory });
    if (unknown.length > 0) {
      throw new BackupError(`The backup was made by a newer version of SelfClaw (it knows ${unknown.join(', ')}). Update SelfClaw first.`);
    }
    await applyMigrations({ connectionString, directory, log });
  } finally {
    await database.stop();
  }
}
