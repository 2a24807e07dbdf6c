import { createHash } from 'node:crypto';
import { linkSync, mkdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** Whoever runs an install already, as it says of itself. */
export type RunningInstall = { pid: number; address: string };

export type InstallLock = {
  release: () => void;
  /** The last supervisor ended without releasing the folder, so its processes may be ending just now. */
  tookOver: boolean;
};

// Unix allows 107 bytes for the path of a socket.
const LONGEST_SOCKET_PATH = 100;

function socketPath(folder: string): string {
  const id = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\selfclaw-${id}`;
  const inside = path.join(folder, 'supervisor.sock');
  return Buffer.byteLength(inside) <= LONGEST_SOCKET_PATH ? inside : path.join(os.tmpdir(), `selfclaw-${id}.sock`);
}

function bind(location: string, self: RunningInstall): Promise<net.Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => {
      socket.on('error', () => {});
      socket.end(JSON.stringify(self));
    });
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(location, () => {
      server.unref();
      resolve(server);
    });
  });
}

function ask(location: string): Promise<RunningInstall | undefined> {
  return new Promise((resolve) => {
    const socket = net.connect(location);
    let answer = '';
    socket.setEncoding('utf8').setTimeout(2_000, () => socket.destroy());
    socket.on('data', (text) => (answer += text));
    socket.once('error', () => resolve(undefined));
    socket.once('close', () => {
      try {
        resolve(JSON.parse(answer) as RunningInstall);
      } catch {
        resolve(undefined);
      }
    });
  });
}

/** Takes a dead owner's socket out of the way, but never one that another process has bound in the meantime. */
function removeDead(location: string, inode: number | undefined): void {
  const aside = `${location}.${process.pid}`;
  try {
    renameSync(location, aside);
    if (inode !== undefined && statSync(aside).ino !== inode) linkSync(aside, location);
    rmSync(aside, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/**
 * Takes the data folder for this supervisor. The lock is a bound socket, so it dies with its owner however that ends.
 * `self` is read whenever somebody asks. Answers who holds the folder when somebody does.
 */
export async function lockInstall(dataDirectory: string, self: RunningInstall): Promise<InstallLock | { runningInstall: RunningInstall }> {
  // Secrets and the database's socket live here.
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const location = socketPath(realpathSync(dataDirectory));
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const server = await bind(location, self);
    if (server) return { release: () => void server.close(), tookOver: attempt > 0 };
    const inode = statSync(location, { throwIfNoEntry: false })?.ino;
    const runningInstall = await ask(location);
    if (runningInstall) return { runningInstall };
    if (process.platform !== 'win32') removeDead(location, inode);
  }
  throw new Error(`The data folder ${dataDirectory} could not be locked.`);
}
