import { timingSafeEqual, createHash } from 'node:crypto';
import type { WireClient } from './wire-client';
import {
  CANCEL_REQUEST,
  errorMessage,
  GSS_ENCRYPTION_REQUEST,
  int32,
  message,
  readText,
  readyForQuery,
  SSL_REQUEST,
  typeOf,
} from './wire-messages';

const AUTHENTICATION_OK = int32(0);
const AUTHENTICATION_CLEARTEXT_PASSWORD = int32(3);

/** What the server says of itself while a connection starts. */
export type StartupSettings = { serverVersion: string; password: string | undefined };

/**
 * Answers the next packet of a connection that is not ready for queries yet.
 * Returns `false` when there is none, or when the connection has ended.
 */
export function answerStartup(client: WireClient, settings: StartupSettings): boolean {
  if (client.stage === 'password') return answerPassword(client, settings);
  const packet = client.frames.takeStartup();
  if (!packet) return false;
  const code = packet.readInt32BE(4);
  if (code === SSL_REQUEST || code === GSS_ENCRYPTION_REQUEST) {
    client.socket.write('N');
    return true;
  }
  if (code === CANCEL_REQUEST) return end(client);
  if (code >>> 16 !== 3) return end(client, '08P01', 'unsupported frontend protocol');
  // Protocol 3.2 clients are asked to speak 3.0.
  if ((code & 0xffff) > 0) client.socket.write(message('v', int32(0), int32(0)));
  if (settings.password !== undefined) {
    client.stage = 'password';
    client.socket.write(message('R', AUTHENTICATION_CLEARTEXT_PASSWORD));
    return true;
  }
  return welcome(client, settings);
}

function answerPassword(client: WireClient, settings: StartupSettings): boolean {
  const bytes = client.frames.takeMessage();
  if (!bytes) return false;
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  const given = typeOf(bytes) === 'p' ? readText(bytes, 5).text : '';
  if (!timingSafeEqual(digest(given), digest(settings.password ?? ''))) return end(client, '28P01', 'password authentication failed');
  return welcome(client, settings);
}

function welcome(client: WireClient, settings: StartupSettings): boolean {
  const parameters = {
    server_version: settings.serverVersion,
    server_encoding: 'UTF8',
    client_encoding: 'UTF8',
    DateStyle: 'ISO, MDY',
    IntervalStyle: 'postgres',
    TimeZone: 'UTC',
    integer_datetimes: 'on',
    standard_conforming_strings: 'on',
    is_superuser: 'on',
    session_authorization: 'postgres',
  };
  client.stage = 'ready';
  client.socket.write(
    Buffer.concat([
      message('R', AUTHENTICATION_OK),
      ...Object.entries(parameters).map(([name, value]) => message('S', name, value)),
      message('K', int32(client.id), int32(0)),
      readyForQuery,
    ]),
  );
  return true;
}

function end(client: WireClient, code?: string, text?: string): false {
  if (code && text) client.socket.write(errorMessage('FATAL', code, text));
  client.socket.end();
  return false;
}
