import { textRowsOf, type BackendSession } from './backend-session';
import { createSessionSettings, type SessionSettings } from './session-settings';
import type { Batch, WireClient } from './wire-client';
import { message, readText, scanAnswer, splitMessages, typeOf } from './wire-messages';

/** The one session behind all clients, with what must be kept apart between them. Calls must not overlap. */
export type SharedSession = {
  serverVersion(): string;
  session(): BackendSession;
  /** Runs a client's batch. `answer` is for the client; notifications have gone to whoever listens. */
  run(client: WireClient, batch: Batch): Promise<{ answer: Buffer; inTransaction: boolean }>;
  /** Ends whatever transaction is open. Resolves to `false`, the session being free. */
  rollBack(): Promise<false>;
  /** Removes what a gone client left in the session. Resolves to `false`. */
  leave(client: WireClient, inTransaction: boolean): Promise<false>;
  replace(session: BackendSession): Promise<void>;
};

// A client that reads this much slower than it is notified is cut off.
const MAX_UNREAD_BYTES = 64 * 1024 * 1024;
const sync = message('S');

/** Lays per-client state over `backend`; `clients` is the live set of connections. */
export async function createSharedSession(backend: BackendSession, clients: ReadonlySet<WireClient>): Promise<SharedSession> {
  let session = backend;
  let unnamedHolder: WireClient | undefined;
  let settings = await openSettings();

  function openSettings(): Promise<SessionSettings<WireClient>> {
    return createSessionSettings<WireClient>(async (sql) => {
      unnamedHolder = undefined;
      return textRowsOf(await execute(message('Q', sql)));
    });
  }

  async function execute(bytes: Buffer, client?: WireClient): Promise<Buffer> {
    const answer = await session.run(bytes);
    if (!scanAnswer(answer).notifies) return answer;
    return Buffer.concat(splitMessages(answer).filter((part) => typeOf(part) !== 'A' || notify(part, client)));
  }

  // Sends a notification to the other listeners; says whether the client being served listens too.
  function notify(notification: Buffer, served: WireClient | undefined): boolean {
    const channel = readText(notification, 9).text;
    for (const client of clients) {
      if (client === served || !client.channels.has(channel)) continue;
      if (client.socket.writableLength > MAX_UNREAD_BYTES) client.socket.destroy();
      else client.socket.write(notification);
    }
    return served?.channels.has(channel) ?? false;
  }

  const shared: SharedSession = {
    serverVersion: () => session.serverVersion,
    session: () => session,
    async run(client, batch) {
      const fresh = !client.inTransaction;
      if (fresh) await settings.enter(client);
      const reparse = batch.unnamedNeeded && unnamedHolder !== client ? batch.unnamedNeeded : undefined;
      let answer = await execute(reparse ? Buffer.concat([reparse, batch.bytes]) : batch.bytes, client);
      if (reparse) answer = withoutFirstParseComplete(answer);
      if (batch.unnamedAfter === 'destroyed') unnamedHolder = undefined;
      else if (batch.unnamedAfter === 'parsed' || reparse) unnamedHolder = client;
      // Without a ReadyForQuery the client has only flushed: its implicit transaction is still open.
      const inTransaction = scanAnswer(answer).status !== 'I';
      client.inTransaction = inTransaction;
      if (!inTransaction && client.settingsTouched) {
        client.settingsTouched = false;
        await settings.learn(client);
      }
      return { answer, inTransaction };
    },
    async rollBack() {
      await execute(sync);
      await execute(message('Q', 'rollback'));
      unnamedHolder = undefined;
      return false;
    },
    async leave(client, inTransaction) {
      if (inTransaction) await shared.rollBack();
      settings.forget(client);
      if (unnamedHolder === client) unnamedHolder = undefined;
      const closes = [...client.statements.values()].map((name) => message('C', Buffer.from('S'), name));
      if (closes.length > 0) await execute(Buffer.concat([...closes, sync]));
      return false;
    },
    async replace(next) {
      session = next;
      unnamedHolder = undefined;
      for (const client of clients) client.statements.clear();
      settings = await openSettings();
    },
  };
  return shared;
}

function withoutFirstParseComplete(answer: Buffer): Buffer {
  const messages = splitMessages(answer);
  const index = messages.findIndex((part) => typeOf(part) === '1');
  // Notices may come before it; an error means that there is none.
  if (index < 0 || messages.slice(0, index).some((part) => typeOf(part) === 'E')) return answer;
  return Buffer.concat(messages.toSpliced(index, 1));
}
