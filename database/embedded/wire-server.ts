import net from 'node:net';
import type { DatabaseLog } from '../database-log';
import type { BackendSession } from './backend-session';
import { FrameError } from './frame-reader';
import { createSharedSession } from './shared-session';
import { answerStartup } from './startup';
import { createTurnQueue } from './turn-queue';
import { createWireClient, takeMessage, type Batch, type WireClient } from './wire-client';
import { errorMessage, typeOf } from './wire-messages';

/** PostgreSQL wire server over one shared session. */
export type WireServer = {
  listen(target: net.ListenOptions): Promise<net.AddressInfo | string>;
  /**
   * Runs `work` while no client is in a transaction and none is served. A returned session takes the place of the
   * old one, which `work` must have closed; all clients are then cut off and may connect again.
   */
  exclusively<T>(work: (session: BackendSession) => Promise<{ result: T; replacement?: BackendSession }>): Promise<T>;
  /** Finishes the running batch, cuts all clients off and stops listening. The session stays open. */
  close(): Promise<void>;
};

/** How the server behaves. */
export type WireServerSettings = {
  session: BackendSession;
  log: DatabaseLog;
  /** Asked of every client when set; needed where the address is not a socket in a private folder. */
  password?: string;
  /** How long a client may sit in a transaction while others wait. Default 15 s. */
  idleInTransactionMs?: number;
};

// Batches of one client that may wait; a client that sends more is not read from until some are done.
const MAX_WAITING_BATCHES = 64;

/**
 * Serves many clients from the embedded database's one session: a batch is never mixed with another client's, a
 * transaction keeps the session until it ends, statements and settings belong to their client, notifications reach
 * whoever listens. Shared all the same: temporary tables, `PREPARE` by SQL, cursors `WITH HOLD`, settings with a
 * prefix (`app.user`), and advisory locks of the session, which exclude nobody: take `pg_advisory_xact_lock`.
 * `statement_timeout` and cancel requests have no effect. COPY FROM STDIN is refused.
 */
export async function createWireServer(settings: WireServerSettings): Promise<WireServer> {
  const { log, idleInTransactionMs = 15_000 } = settings;
  const clients = new Set<WireClient>();
  const sockets = new Set<net.Socket>();
  const shared = await createSharedSession(settings.session, clients);
  const housekeeper = {};
  let nextId = 1;
  let closing = false;

  const queue = createTurnQueue<WireClient | typeof housekeeper>({
    idleInTransactionMs,
    onIdleInTransaction(party) {
      const client = party as WireClient;
      log.warn({ client: client.id }, 'a client sat idle in a transaction while others waited: rolled back and cut off');
      cutOff(client, '25P03', 'terminating connection due to idle-in-transaction timeout');
    },
    onFailure(party, error) {
      log.error({ error }, 'a batch could not be run');
      if (party === housekeeper) return;
      queue.add(housekeeper, () => shared.rollBack());
      cutOff(party as WireClient, 'XX000', 'internal error of the embedded database');
    },
    onTurn(party) {
      if (clients.has(party as WireClient)) readOn(party as WireClient);
    },
  });

  function cutOff(client: WireClient, code: string, text: string): void {
    if (client.socket.writable) client.socket.end(errorMessage('FATAL', code, text));
    client.socket.destroySoon();
    drop(client);
  }

  function drop(client: WireClient): void {
    if (!clients.delete(client)) return;
    queue.replace(client, () => shared.leave(client, queue.holder() === client));
  }

  async function serve(client: WireClient, batch: Batch): Promise<boolean> {
    const { answer, inTransaction } = await shared.run(client, batch);
    if (answer.length > 0 && client.socket.writable) client.socket.write(answer);
    return inTransaction;
  }

  function readOn(client: WireClient): void {
    try {
      while (clients.has(client) && !client.socket.writableNeedDrain && queue.waiting(client) < MAX_WAITING_BATCHES) {
        if (client.stage !== 'ready') {
          if (!answerStartup(client, { serverVersion: shared.serverVersion(), password: settings.password })) break;
          continue;
        }
        const bytes = client.frames.takeMessage();
        if (!bytes) break;
        if (typeOf(bytes) === 'X') {
          queue.add(client, async () => {
            client.socket.end();
            return client.inTransaction;
          });
          break;
        }
        const batch = takeMessage(client, bytes);
        if (batch) queue.add(client, () => serve(client, batch));
      }
    } catch (error) {
      if (!(error instanceof FrameError)) log.error({ error }, 'a connection failed');
      cutOff(client, '08P01', error instanceof FrameError ? error.message : 'internal error of the embedded database');
    }
    if (client.socket.writableNeedDrain || queue.waiting(client) >= MAX_WAITING_BATCHES) client.socket.pause();
    else client.socket.resume();
  }

  const server = net.createServer((socket) => {
    socket.setNoDelay(true);
    const client = createWireClient(nextId, socket);
    nextId += 1;
    clients.add(client);
    sockets.add(socket);
    socket.on('error', (error) => log.debug({ error, client: client.id }, 'a connection broke'));
    socket.on('close', () => {
      sockets.delete(socket);
      drop(client);
    });
    socket.on('drain', () => readOn(client));
    socket.on('data', (chunk) => {
      client.frames.push(chunk);
      readOn(client);
    });
    if (closing) cutOff(client, '57P03', 'the database system is shutting down');
  });

  function exclusively<T>(work: (session: BackendSession) => Promise<{ result: T; replacement?: BackendSession }>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      queue.add(housekeeper, async () => {
        try {
          const { result, replacement } = await work(shared.session());
          if (replacement) {
            for (const client of clients) queue.forget(client);
            await shared.replace(replacement);
            for (const client of [...clients]) cutOff(client, '57P01', 'terminating connection: the database was replaced');
          }
          resolve(result);
        } catch (error) {
          reject(error as Error);
        }
        return false;
      });
    });
  }

  return {
    listen: (target) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(target, () => {
          server.off('error', reject);
          resolve(server.address()!);
        });
      }),
    exclusively,
    async close() {
      closing = true;
      const stopped = new Promise((resolve) => server.close(resolve));
      const holder = queue.holder();
      if (holder && holder !== housekeeper) cutOff(holder as WireClient, '57P01', 'terminating connection due to administrator command');
      await exclusively(async () => {
        for (const client of [...clients]) cutOff(client, '57P01', 'terminating connection due to administrator command');
        return { result: undefined };
      });
      setTimeout(() => [...sockets].forEach((socket) => socket.destroy()), 1_000).unref();
      await stopped;
    },
  };
}
