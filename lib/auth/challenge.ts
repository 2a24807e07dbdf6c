import { getAddress, type Hex } from 'viem';
import { createSiweMessage, parseSiweMessage } from 'viem/siwe';
import { MINUTE_MS, now } from '@/lib/platform/clock';
import { randomToken } from '@/lib/platform/crypto';
import { pool } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { addressOf, isOwnHost } from './public-address';

const LIFETIME_MS = 5 * MINUTE_MS;
// A client's signature cannot be older than its challenge; a minute allows for clocks of several servers.
const CLOCK_TOLERANCE_MS = MINUTE_MS;

/** What a signature is checked against. */
export type Challenge = { text: string; chainId: number; address: string | null };

type ChallengeRow = { challenge: string; address: string | null; chainId: number; expiresAt: Date };

function plainChallenge(fields: { nonce: string; domain: string; uri: string; chainId: number; issuedAt: Date; expiresAt: Date }): string {
  return [
    'Sign in to SelfClaw',
    `Nonce: ${fields.nonce}`,
    `Domain: ${fields.domain}`,
    `URI: ${fields.uri}`,
    `Chain ID: ${fields.chainId}`,
    `Issued At: ${fields.issuedAt.toISOString()}`,
    `Expiration Time: ${fields.expiresAt.toISOString()}`,
  ].join('\n');
}

/**
 * Makes a challenge and keeps it by its nonce for five minutes. With an address it is a full ERC-4361 message;
 * without one, the two lines that clients of the original service know, and what binds it to this install.
 */
export async function issueChallenge(
  request: Request,
  input: { address?: string; chainId?: number },
): Promise<{ nonce: string; challenge: string }> {
  // Not viem's own: it cuts its nonces out of one pseudo-random text, each a sign further than the one before, so that one tells the next.
  const nonce = randomToken();
  const chainId = input.chainId ?? env().CHAIN_ID;
  const { host: domain, origin: uri } = addressOf(request);
  const issuedAt = now();
  const expiresAt = new Date(issuedAt.getTime() + LIFETIME_MS);
  const challenge = input.address
    ? createSiweMessage({
        address: getAddress(input.address as Hex),
        chainId,
        domain,
        uri,
        nonce,
        issuedAt,
        expirationTime: expiresAt,
        version: '1',
        statement: 'Sign in to SelfClaw.',
      })
    : plainChallenge({ nonce, domain, uri, chainId, issuedAt, expiresAt });
  await pool().query(
    `insert into sign_in_challenges (nonce, challenge, address, chain_id, expires_at) values ($1, $2, $3, $4, now() + make_interval(secs => $5))`,
    [nonce, challenge, input.address ?? null, chainId, LIFETIME_MS / 1_000],
  );
  return { nonce, challenge };
}

function fieldsOf(text: string): { domain?: string; nonce?: string; chainId?: number; issuedAt?: Date; expiresAt?: Date } {
  const siwe = parseSiweMessage(text);
  if (siwe.address) {
    return { domain: siwe.domain, nonce: siwe.nonce, chainId: siwe.chainId, issuedAt: siwe.issuedAt, expiresAt: siwe.expirationTime };
  }
  const line = (name: string) => text.match(new RegExp(`^${name}: (.+)$`, 'm'))?.[1];
  return {
    domain: line('Domain'),
    nonce: line('Nonce'),
    chainId: Number(line('Chain ID')),
    issuedAt: new Date(line('Issued At') ?? Number.NaN),
    expiresAt: new Date(line('Expiration Time') ?? Number.NaN),
  };
}

function isValid(row: ChallengeRow, nonce: string, address: string): boolean {
  if (row.address !== null && row.address !== address) return false;
  const at = now().getTime();
  const fields = fieldsOf(row.challenge);
  return (
    fields.nonce === nonce &&
    fields.chainId === row.chainId &&
    fields.domain !== undefined &&
    isOwnHost(fields.domain) &&
    (fields.issuedAt?.getTime() ?? Number.NaN) <= at + CLOCK_TOLERANCE_MS &&
    (fields.expiresAt?.getTime() ?? Number.NaN) > at
  );
}

/**
 * Takes a challenge out of the database; of any number of callers with one nonce, one gets it.
 * `undefined` when it is unknown, spent, expired, or for another address, domain or chain.
 */
export async function consumeChallenge(nonce: string, address: string): Promise<Challenge | undefined> {
  const { rows } = await pool().query<ChallengeRow>(
    `delete from sign_in_challenges where nonce = $1 and expires_at > now()
     returning challenge, address, chain_id as "chainId", expires_at as "expiresAt"`,
    [nonce],
  );
  const row = rows[0];
  return row && isValid(row, nonce, address) ? { text: row.challenge, chainId: row.chainId, address: row.address } : undefined;
}

/** Puts a challenge back that could not be checked, because the chain was out of reach. */
export async function returnChallenge(nonce: string, challenge: Challenge): Promise<void> {
  await pool().query(
    `insert into sign_in_challenges (nonce, challenge, address, chain_id, expires_at) values ($1, $2, $3, $4, now() + interval '1 minute')
     on conflict (nonce) do nothing`,
    [nonce, challenge.text, challenge.address, challenge.chainId],
  );
}

/** Deletes challenges whose time is over; called by the worker's sweep. */
export async function sweepChallenges(): Promise<number> {
  const result = await pool().query(`delete from sign_in_challenges where expires_at < now()`);
  return result.rowCount ?? 0;
}
