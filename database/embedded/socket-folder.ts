import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Where the server of a database folder is reached on this machine. */
export type SocketAddresses = {
  /** Bound for as long as the server lives: lock of the folder and control channel. */
  control: string;
  /** Folder of the PostgreSQL socket, for `?host=`; `undefined` on Windows, where TCP serves. */
  wireFolder: string | undefined;
};

/** Name of the socket that PostgreSQL drivers look for in a folder, at the default port. */
export const WIRE_SOCKET_NAME = '.s.PGSQL.5432';

// sun_path has 108 bytes on Linux and 104 on macOS, with the closing zero byte.
const MAX_SOCKET_PATH_BYTES = 103;

/**
 * Chooses the sockets of a database folder. They lie in a folder of mode 0700 beside it (`<folder>.run`). When that
 * path is too long for a socket, it is reached through a link in the system's temporary folder, so that the sockets
 * themselves, and with them the lock, stay in one place whatever TMPDIR says.
 *
 * @throws Error when the folder in the temporary folder belongs to somebody else.
 */
export function prepareSocketAddresses(databaseFolder: string): SocketAddresses {
  fs.mkdirSync(path.dirname(databaseFolder), { recursive: true, mode: 0o700 });
  const real = path.join(fs.realpathSync(path.dirname(databaseFolder)), path.basename(databaseFolder));
  const key = createHash('sha256').update(real).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return { control: `\\\\.\\pipe\\selfclaw-${key}`, wireFolder: undefined };
  const folder = `${real}.run`;
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  fs.chmodSync(folder, 0o700);
  const reachable = fits(folder) ? folder : linkFromTemporaryFolder(folder, key);
  return { control: path.join(reachable, 'control'), wireFolder: reachable };
}

function fits(folder: string): boolean {
  return Buffer.byteLength(path.join(folder, WIRE_SOCKET_NAME)) <= MAX_SOCKET_PATH_BYTES;
}

function linkFromTemporaryFolder(target: string, key: string): string {
  const userId = process.getuid?.() ?? 0;
  const folder = path.join(os.tmpdir(), `selfclaw-${userId}-${key}`);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = fs.lstatSync(folder);
  if (!found.isDirectory() || found.uid !== userId || (found.mode & 0o077) !== 0) {
    throw new Error(`${folder} is not a private folder of this user; remove it, or set TMPDIR or a DATA_DIR with a shorter path`);
  }
  const link = path.join(folder, 'run');
  try {
    fs.symlinkSync(target, link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  if (!fits(link)) throw new Error(`${target} and ${link} are too long for a socket; set a DATA_DIR with a shorter path`);
  return link;
}
