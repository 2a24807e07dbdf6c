import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { DatabaseLog } from '../database-log';
import { isLaidDown, openBackendSession, type BackendSession } from './backend-session';
import { takeFolderLock } from './folder-lock';
import { serveMaintenance } from './maintenance';
import { prepareSocketAddresses, WIRE_SOCKET_NAME } from './socket-folder';
import { createWireServer } from './wire-server';

/** Exit code of a process whose WASM database died (EX_SOFTWARE). */
export const ABORT_EXIT_CODE = 70;

/** How to start the embedded database. */
export type EmbeddedDatabaseSettings = {
  /** The database's own folder, created when missing. */
  dataDir: string;
  log: DatabaseLog;
  /** Whether a commit waits for the disk; default `true`. Without, a power cut may lose the last seconds. */
  durable?: boolean;
  /** How long a client may sit in a transaction while others wait; default 15 s. */
  idleInTransactionMs?: number;
  /**
   * Lays down a new database with {@link openBackendSession} in another process. Doing so needs a second copy of the
   * WASM database, whose memory a process never gives back (about 200 MB).
   */
  layDown?: (folder: string) => Promise<void>;
};

/** A running embedded database. */
export type EmbeddedDatabase = {
  /** For `pg`, Prisma, pg-boss and psql. May hold a password: not for logs. */
  url: string;
  /** Another process of this machine serves the folder already; `stop` then does nothing. */
  reused: boolean;
  stop(): Promise<void>;
};

/**
 * Starts the embedded database on a folder, or finds the process that serves it already. The first start lays down
 * the database, which takes some seconds. When the WASM database dies, the process ends with {@link ABORT_EXIT_CODE}:
 * what was acknowledged is on disk, and the next start recovers.
 *
 * @throws FolderError when the folder holds something else than a database of this version.
 */
export async function startEmbeddedDatabase(settings: EmbeddedDatabaseSettings): Promise<EmbeddedDatabase> {
  const { log } = settings;
  const folder = path.resolve(settings.dataDir);
  const addresses = prepareSocketAddresses(folder);
  const outcome = await takeFolderLock(addresses.control);
  if (outcome.heldBy) {
    if (!outcome.heldBy.url)
      throw new Error(`process ${outcome.heldBy.pid} is ${outcome.heldBy.state} on ${folder}; try again in a moment`);
    return { url: outcome.heldBy.url, reused: true, stop: async () => {} };
  }
  const { lock } = outcome;
  const open = (): Promise<BackendSession> =>
    openBackendSession({
      folder,
      durable: settings.durable ?? true,
      onAbort(reason) {
        log.error({ reason }, 'the embedded database died; the process ends so that it can be started anew');
        process.exit(ABORT_EXIT_CODE);
      },
    });
  try {
    if (settings.layDown && !isLaidDown(folder)) await settings.layDown(folder);
    let session = await open();
    const password = addresses.wireFolder ? undefined : randomBytes(24).toString('base64url');
    const server = await createWireServer({ session, log, password, idleInTransactionMs: settings.idleInTransactionMs });
    const url = await listen(server, addresses.wireFolder, password);
    serveMaintenance({ lock, server, folder, log, reopen: async () => (session = await open()) });
    lock.announce('ready', url);
    return {
      url,
      reused: false,
      async stop() {
        lock.announce('stopping', null);
        await server.close();
        await session.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function listen(
  server: Awaited<ReturnType<typeof createWireServer>>,
  wireFolder: string | undefined,
  password: string | undefined,
): Promise<string> {
  if (wireFolder) {
    const socket = path.join(wireFolder, WIRE_SOCKET_NAME);
    // Ours to remove: whoever held the lock before is dead.
    fs.rmSync(socket, { force: true });
    await server.listen({ path: socket });
    return `postgresql://postgres@localhost:5432/postgres?host=${encodeURIComponent(wireFolder)}`;
  }
  const address = (await server.listen({ host: '127.0.0.1', port: 0 })) as AddressInfo;
  return `postgresql://postgres:${password}@127.0.0.1:${address.port}/postgres`;
}
