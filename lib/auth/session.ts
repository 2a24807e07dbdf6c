import { decode, encode } from 'next-auth/jwt';
import { DAY_MS, now } from '@/lib/platform/clock';
import { pool } from '@/lib/platform/database';
import { env, requiredSecret } from '@/lib/platform/env';
import { newId } from '@/lib/platform/ids';
import { readInstallId } from './install';
import type { OwnerId, Principal } from './principal';
import { isSecure } from './public-address';

export const SESSION_LIFETIME_SECONDS = 7 * 24 * 60 * 60;

type SessionRow = { sessionId: string; ownerId: string; walletAddress: string; createdAt: Date; seenAt: Date };

/** A live session, and whether its cookie is due to be renewed. */
export type LiveSession = { principal: Extract<Principal, { kind: 'session' }>; stale: boolean };

/** The cookie's name. It carries the install's id, so that two installs on one host do not sign each other out. */
export async function sessionCookieName(): Promise<string> {
  return `${isSecure() ? '__Secure-' : ''}selfclaw-${await readInstallId()}.session-token`;
}

/** The claims inside the cookie: an encrypted JWT as next-auth makes them, with the id of the session's row. */
export async function sealSession(sessionId: string, ownerId: string): Promise<string> {
  return encode({ token: { sub: ownerId, sid: sessionId }, secret: requiredSecret('SESSION_SECRET'), maxAge: SESSION_LIFETIME_SECONDS });
}

/** `none` where pages of ALLOWED_ORIGINS may use the cookie, which browsers allow on https alone. */
export function sessionSameSite(): 'lax' | 'none' {
  return isSecure() && env().ALLOWED_ORIGINS.length > 0 ? 'none' : 'lax';
}

function serializeCookie(name: string, value: string, maxAgeSeconds: number): string {
  const secure = isSecure() ? '; Secure' : '';
  const sameSite = sessionSameSite() === 'none' ? 'None' : 'Lax';
  return `${name}=${value}; Path=/; HttpOnly; SameSite=${sameSite}; Max-Age=${maxAgeSeconds}${secure}`;
}

/** The `Set-Cookie` value that signs a browser in. */
export async function sessionCookie(sessionId: string, ownerId: string): Promise<string> {
  return serializeCookie(await sessionCookieName(), await sealSession(sessionId, ownerId), SESSION_LIFETIME_SECONDS);
}

/** The `Set-Cookie` value that removes the cookie. */
export async function expiredCookie(): Promise<string> {
  return serializeCookie(await sessionCookieName(), '', 0);
}

/** Makes the row of a new session and gives its id. */
export async function openSession(ownerId: string, client: { userAgent: string | null; address: string }): Promise<string> {
  const sessionId = newId();
  await pool().query(
    `insert into sessions (id, user_id, user_agent, ip_address, expires_at) values ($1, $2, $3, $4, now() + make_interval(secs => $5))`,
    [sessionId, ownerId, client.userAgent?.slice(0, 300) ?? null, client.address, SESSION_LIFETIME_SECONDS],
  );
  return sessionId;
}

function readCookie(request: Request, name: string): string | undefined {
  for (const part of request.headers.get('cookie')?.split(';') ?? []) {
    const separator = part.indexOf('=');
    if (part.slice(0, separator).trim() === name) return part.slice(separator + 1).trim();
  }
  return undefined;
}

/** The session id inside the request's cookie, unverified by the database, or `undefined`. */
export async function sessionIdOf(request: Request): Promise<string | undefined> {
  const cookie = readCookie(request, await sessionCookieName());
  if (!cookie) return undefined;
  try {
    const claims = await decode({ token: cookie, secret: requiredSecret('SESSION_SECRET') });
    return typeof claims?.sid === 'string' ? claims.sid : undefined;
  } catch {
    return undefined;
  }
}

/** The session of a request: its cookie must be ours and its row must live. Nothing is written. */
export async function readSession(request: Request): Promise<LiveSession | undefined> {
  const sessionId = await sessionIdOf(request);
  return sessionId ? findSession(sessionId) : undefined;
}

/** The session of a row's id, or `undefined` when it was ended or ran out. */
export async function findSession(sessionId: string): Promise<LiveSession | undefined> {
  const { rows } = await pool().query<SessionRow>({
    name: 'session-read',
    text: `select s.id as "sessionId", u.id as "ownerId", u.wallet_address as "walletAddress", u.created_at as "createdAt", s.last_seen_at as "seenAt"
           from sessions s join users u on u.id = s.user_id where s.id = $1 and s.expires_at > now()`,
    values: [sessionId],
  });
  const row = rows[0];
  if (!row) return undefined;
  const { seenAt, ownerId, ...person } = row;
  return {
    principal: { kind: 'session', ownerId: ownerId as OwnerId, ...person },
    stale: now().getTime() - seenAt.getTime() > DAY_MS,
  };
}

/** Moves a session's end seven days ahead, at most once a day; gives the new cookie, or `undefined` when another request did it. */
export async function renewSession(sessionId: string, ownerId: string): Promise<string | undefined> {
  const { rowCount } = await pool().query(
    `update sessions set last_seen_at = now(), expires_at = now() + make_interval(secs => $2)
     where id = $1 and expires_at > now() and last_seen_at < now() - interval '1 day'`,
    [sessionId, SESSION_LIFETIME_SECONDS],
  );
  return rowCount ? sessionCookie(sessionId, ownerId) : undefined;
}

/** Deletes sessions that ran out; called by the worker's sweep. */
export async function sweepSessions(): Promise<number> {
  const result = await pool().query(`delete from sessions where expires_at < now()`);
  return result.rowCount ?? 0;
}
