import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { EMBEDDED_MAJOR_VERSION } from './embedded/backend-session';

const manifestSchema = z.object({
  format: z.literal('selfclaw-database'),
  formatVersion: z.literal(1),
  /** Major version of the PostgreSQL that wrote the files. */
  postgres: z.string(),
  createdAt: z.iso.datetime(),
});

/** What stands in a backup beside the database's files. */
export type BackupManifest = z.infer<typeof manifestSchema>;

/** A backup or restore problem, with a message for the operator. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

const MANIFEST_NAME = 'manifest.json';
/** Folder of the database's files inside a backup. */
export const ARCHIVE_DATABASE_FOLDER = 'database';

/** Packs `folder`, which holds the database's files in `database/`, into one compressed file. It appears when it is whole. */
export async function packArchive(folder: string, file: string): Promise<void> {
  const manifest: BackupManifest = {
    format: 'selfclaw-database',
    formatVersion: 1,
    postgres: EMBEDDED_MAJOR_VERSION,
    createdAt: new Date().toISOString(),
  };
  await writeFile(path.join(folder, MANIFEST_NAME), `${JSON.stringify(manifest, null, 2)}\n`);
  try {
    // The manifest first, so that reading it needs no pass over the whole file.
    await runTar(['-czf', file, '-C', folder, MANIFEST_NAME, ARCHIVE_DATABASE_FOLDER]);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

/**
 * Unpacks a backup into `folder`.
 *
 * @throws BackupError when the file is no backup, is damaged, or was written by another PostgreSQL.
 */
export async function unpackArchive(file: string, folder: string): Promise<BackupManifest> {
  await runTar(['-xzf', file, '-C', folder]).catch((cause: unknown) => {
    throw new BackupError(`${file} cannot be unpacked; it is damaged or no backup. ${(cause as Error).message}`, { cause });
  });
  const text = await readFile(path.join(folder, MANIFEST_NAME), 'utf8').catch(() => '{}');
  const manifest = manifestSchema.safeParse(JSON.parse(text));
  if (!manifest.success) throw new BackupError(`${file} is no backup of a SelfClaw database.`);
  if (manifest.data.postgres !== EMBEDDED_MAJOR_VERSION) {
    throw new BackupError(
      `${file} holds a database of PostgreSQL ${manifest.data.postgres}, and this version of SelfClaw embeds ${EMBEDDED_MAJOR_VERSION}. ` +
        'Restore it with the version that made it and move it to a PostgreSQL server from there.',
    );
  }
  return manifest.data;
}

function runTar(parameters: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const tar = spawn('tar', parameters, { stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    tar.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    tar.on('error', (cause) => reject(new BackupError('The program "tar" is needed for backups and is not installed.', { cause })));
    tar.on('close', (code) => (code === 0 ? resolve() : reject(new BackupError(`tar failed: ${complaint.trim().slice(0, 500)}`))));
  });
}
