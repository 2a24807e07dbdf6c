import { writeAudit } from '@/lib/platform/audit';
import { pool } from '@/lib/platform/database';
import { AppError, refuse, type Refusal } from '@/lib/platform/errors';
import { assertSameOrigin } from './authenticate';
import { consumeChallenge, returnChallenge } from './challenge';
import { claimOperator, isOperator } from './install';
import { type Owner, readOwner } from './owners';
import type { Principal } from './principal';
import type { UserWire } from './schema';
import { openSession, readSession, sessionIdOf } from './session';
import { verifySignature } from './signature';

type SessionPrincipal = Extract<Principal, { kind: 'session' }>;

/** A person as the API shows them. */
export async function presentUser(owner: Owner): Promise<UserWire> {
  return {
    id: owner.ownerId,
    humanId: owner.walletAddress,
    walletAddress: owner.walletAddress,
    authMethod: 'wallet',
    createdAt: owner.createdAt.toISOString(),
    isOperator: await isOperator(owner.walletAddress),
  };
}

/**
 * Signs a wallet in: the one way, behind `quick-connect` and next-auth alike. The challenge of the nonce is spent by the attempt.
 *
 * @returns the owner and the id of the new session, or a refusal (401)
 * @throws AppError SERVICE_UNAVAILABLE when a contract wallet cannot be checked; the challenge may then be used again
 */
export async function signIn(
  input: { address: string; signature: string; nonce: string },
  client: { userAgent: string | null; address: string },
): Promise<{ owner: Owner; sessionId: string } | Refusal> {
  const challenge = await consumeChallenge(input.nonce, input.address);
  if (!challenge) return refuse('UNAUTHENTICATED', 'The challenge is unknown, expired or was used before. Please request a new one.');
  let valid: boolean;
  try {
    valid = await verifySignature(input.address, challenge.text, input.signature);
  } catch (error) {
    if (error instanceof AppError && error.code === 'SERVICE_UNAVAILABLE') await returnChallenge(input.nonce, challenge);
    throw error;
  }
  if (!valid) return refuse('UNAUTHENTICATED', 'The signature does not belong to this wallet');
  const owner = await readOwner(input.address, { create: true });
  if (!owner) throw new Error('a user vanished while signing in');
  await claimOperator(owner.walletAddress);
  const sessionId = await openSession(owner.ownerId, client);
  await writeAudit(pool(), { ownerId: owner.ownerId, actor: 'owner', action: 'session.opened', details: { sessionId } });
  return { owner, sessionId };
}

/** The signed-in person, or null. */
export async function readMe(request: Request): Promise<UserWire | null> {
  const session = await readSession(request);
  return session ? presentUser(session.principal) : null;
}

/** Ends the session of the request's cookie. Without one there is nothing to end, which is no error. */
export async function signOut(request: Request): Promise<void> {
  const sessionId = await sessionIdOf(request);
  if (!sessionId) return;
  assertSameOrigin(request);
  await endSession(sessionId);
}

/** Deletes a session's row: its cookie is refused by every process from then on. */
export async function endSession(sessionId: string): Promise<void> {
  await pool().query(`delete from sessions where id = $1`, [sessionId]);
}

type SessionRow = { id: string; userAgent: string | null; ipAddress: string | null; createdAt: Date; lastSeenAt: Date; expiresAt: Date };

/** The live sessions of an owner, the newest first. */
export async function listSessions(principal: SessionPrincipal) {
  const { rows } = await pool().query<SessionRow>(
    `select id, user_agent as "userAgent", ip_address as "ipAddress", created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt"
     from sessions where user_id = $1 and expires_at > now() order by last_seen_at desc limit 200`,
    [principal.ownerId],
  );
  const sessions = rows.map((row) => ({
    ...row,
    current: row.id === principal.sessionId,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }));
  return { sessions };
}

/** Ends one session, the others, or all of an owner. */
export async function endSessions(principal: SessionPrincipal, which: { id?: string; scope: 'all' | 'others' }) {
  const keep = which.id === undefined && which.scope === 'others' ? principal.sessionId : null;
  const { rowCount } = await pool().query(
    `delete from sessions where user_id = $1 and ($2::uuid is null or id = $2) and ($3::uuid is null or id <> $3)`,
    [principal.ownerId, which.id ?? null, keep],
  );
  const ended = rowCount ?? 0;
  if (which.id !== undefined && ended === 0) return refuse('NOT_FOUND', 'Session not found');
  await writeAudit(pool(), { ownerId: principal.ownerId, actor: 'owner', action: 'sessions.ended', details: { ended, ...which } });
  return { success: true as const, ended };
}
