import type { Socket } from 'node:net';
import { createFrameReader, type FrameReader } from './frame-reader';
import { judgeStatement } from './statement-rules';
import { message, readText, typeOf } from './wire-messages';

/** Messages that the database answers together, so that no other client's come between. */
export type Batch = {
  bytes: Buffer;
  /** The client's earlier Parse of the unnamed statement, which this batch uses without parsing it again. */
  unnamedNeeded: Buffer | undefined;
  /** What the batch does to the session's unnamed statement. */
  unnamedAfter: 'kept' | 'parsed' | 'destroyed';
};

/** One connection. */
export type WireClient = {
  id: number;
  socket: Socket;
  frames: FrameReader;
  stage: 'startup' | 'password' | 'ready';
  /** Channels that this client listens to. */
  channels: Set<string>;
  /** The client's statement names and the ones that the session knows them by. */
  statements: Map<string, string>;
  statementsMade: number;
  unnamed: Buffer | undefined;
  /** A statement since the last look may have changed settings. */
  settingsTouched: boolean;
  /** The client holds the session. */
  inTransaction: boolean;
  batch: Buffer[];
  batchUnnamed: Pick<Batch, 'unnamedNeeded' | 'unnamedAfter'>;
};

const freshUnnamed = (): WireClient['batchUnnamed'] => ({ unnamedNeeded: undefined, unnamedAfter: 'kept' });

/** The state of a new connection. */
export function createWireClient(id: number, socket: Socket): WireClient {
  return {
    id,
    socket,
    frames: createFrameReader(),
    stage: 'startup',
    channels: new Set(),
    statements: new Map(),
    statementsMade: 0,
    unnamed: undefined,
    settingsTouched: false,
    inTransaction: false,
    batch: [],
    batchUnnamed: freshUnnamed(),
  };
}

// Sync, Query, Flush and the copy and function messages: the client now waits for an answer.
const endsBatch = new Set(['S', 'Q', 'H', 'F', 'd', 'c', 'f']);

/** Takes one message of the client; returns the batch that it completes. */
export function takeMessage(client: WireClient, bytes: Buffer): Batch | undefined {
  client.batch.push(translate(client, bytes));
  if (!endsBatch.has(typeOf(bytes))) return undefined;
  const batch: Batch = { bytes: Buffer.concat(client.batch), ...client.batchUnnamed };
  client.batch = [];
  client.batchUnnamed = freshUnnamed();
  return batch;
}

function judge(client: WireClient, sql: string): string | undefined {
  const verdict = judgeStatement(sql);
  for (const channel of verdict.listen) client.channels.add(channel);
  for (const channel of verdict.unlisten) {
    if (channel === '*') client.channels.clear();
    else client.channels.delete(channel);
  }
  client.settingsTouched ||= verdict.changesSettings;
  return verdict.replacement;
}

function translate(client: WireClient, bytes: Buffer): Buffer {
  switch (typeOf(bytes)) {
    case 'Q': {
      client.batchUnnamed.unnamedAfter = 'destroyed';
      const replacement = judge(client, readText(bytes, 5).text);
      return replacement === undefined ? bytes : message('Q', replacement);
    }
    case 'P':
      return translateParse(client, bytes);
    case 'B': {
      const portal = readText(bytes, 5);
      const statement = readText(bytes, portal.next);
      if (statement.text === '') needUnnamed(client);
      return message('B', portal.text, statementName(client, statement.text), bytes.subarray(statement.next));
    }
    case 'D':
    case 'C':
      return translateDescribeOrClose(client, bytes);
    default:
      return bytes;
  }
}

function translateParse(client: WireClient, bytes: Buffer): Buffer {
  const name = readText(bytes, 5);
  const sql = readText(bytes, name.next);
  const text = judge(client, sql.text) ?? sql.text;
  const translated = message('P', statementName(client, name.text), text, bytes.subarray(sql.next));
  if (name.text === '') {
    client.unnamed = translated;
    client.batchUnnamed.unnamedAfter = 'parsed';
  }
  return translated;
}

function translateDescribeOrClose(client: WireClient, bytes: Buffer): Buffer {
  const kind = bytes.subarray(5, 6);
  if (kind.toString() !== 'S') return bytes;
  const { text } = readText(bytes, 6);
  const translated = message(typeOf(bytes), kind, statementName(client, text));
  if (typeOf(bytes) === 'D' && text === '') needUnnamed(client);
  if (typeOf(bytes) === 'C') {
    if (text === '') client.unnamed = undefined;
    else client.statements.delete(text);
  }
  return translated;
}

function needUnnamed(client: WireClient): void {
  if (client.batchUnnamed.unnamedAfter === 'kept') client.batchUnnamed.unnamedNeeded ??= client.unnamed;
}

// All clients share one session, so equal names of two clients must differ in it.
function statementName(client: WireClient, name: string): string {
  if (name === '') return '';
  let shared = client.statements.get(name);
  if (!shared) {
    client.statementsMade += 1;
    shared = `c${client.id}_${client.statementsMade}`;
    client.statements.set(name, shared);
  }
  return shared;
}
