import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const secretsSchema = z.object({ SESSION_SECRET: z.string().min(32), ENCRYPTION_KEY: z.string().min(32) });

/** The two secrets of an install: one signs sessions, the other encrypts what is stored. */
export type InstallSecrets = z.infer<typeof secretsSchema>;

function read(file: string): InstallSecrets | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return secretsSchema.parse(JSON.parse(text));
  } catch {
    // New secrets would make everything encrypted under the old ones unreadable.
    throw new Error(`${file} is damaged. Put it back from a backup; without it sessions end and stored secrets cannot be read.`);
  }
}

/**
 * The secrets in `secrets.json` of the data folder (mode 0600), made of 32 random bytes each the first time and kept ever after.
 *
 * @throws Error when the file is there and cannot be read.
 */
export function installSecrets(dataDirectory: string): InstallSecrets {
  const file = path.join(dataDirectory, 'secrets.json');
  const kept = read(file);
  if (kept) {
    chmodSync(file, 0o600);
    return kept;
  }
  const made: InstallSecrets = {
    SESSION_SECRET: randomBytes(32).toString('base64url'),
    ENCRYPTION_KEY: randomBytes(32).toString('base64url'),
  };
  // Linked into place whole: neither a crash nor a second process ever sees half of it, or replaces it.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Some file systems have no links; there the rename is whole too, if not exclusive.
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS') renameSync(draft, file);
    else if (code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return read(file) ?? made;
}
