import type { Endpoint, Scope } from '@/lib/api/endpoint';
import { sha256 } from '@/lib/platform/crypto';
import { pool } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { AppError } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import { NOBODY, readOwner } from './owners';
import { type AgentAccess, partnerMay } from './ownership';
import type { OwnerId, Principal } from './principal';
import { isOwnOrigin } from './public-address';
import { readSession } from './session';

type KeyRow = {
  keyId: string;
  kind: 'personal' | 'partner' | 'agent';
  scopes: Scope[];
  partnerId: string | null;
  ownerId: string;
  walletAddress: string;
  createdAt: Date;
  stale: boolean;
};

/**
 * Who called, and whether the session's cookie is due to be renewed. `agent` is the row of the agent that was asked for, null when
 * there is none, and undefined when it was not looked for.
 */
export type Identity = { principal: Principal; renew: boolean; agent?: AgentAccess | null };

const KEY_PATTERN = /^mck_[0-9A-Za-z]{43}$/;
const WALLET_PATTERN = /^0x[0-9a-f]{40}$/;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

const unauthenticated = (message: string) =>
  new AppError('UNAUTHENTICATED', message, { headers: { 'www-authenticate': 'Bearer realm="SelfClaw"' } });

/**
 * Refuses writes that another site's page makes with the browser's cookie. Browsers name the origin of every write;
 * a caller that names none is no browser, and has no cookie of somebody else.
 *
 * @throws AppError FORBIDDEN
 */
export function assertSameOrigin(request: Request): void {
  if (SAFE_METHODS.has(request.method)) return;
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const foreign = origin
    ? !isOwnOrigin(origin) && !env().ALLOWED_ORIGINS.includes(origin)
    : site !== null && site !== 'same-origin' && site !== 'none';
  if (foreign) throw new AppError('FORBIDDEN', 'This request came from another site');
}

function walletHeader(request: Request): string | undefined {
  const wallet = request.headers.get('x-wallet-address')?.trim().toLowerCase();
  if (!wallet) return undefined;
  if (!WALLET_PATTERN.test(wallet)) throw new AppError('BAD_REQUEST', 'X-Wallet-Address must be a wallet address (0x and 40 hex digits)');
  return wallet;
}

const KEY_COLUMNS = `k.id as "keyId", k.kind, k.scopes, k.partner_id as "partnerId", k.owner_id as "ownerId",
  u.wallet_address as "walletAddress", u.created_at as "createdAt",
  (k.last_used_at is null or k.last_used_at < now() - interval '1 minute') as stale`;
const LIVE_KEY = `k.secret_hash = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())`;

async function findKey(secret: string): Promise<KeyRow | undefined> {
  const { rows } = await pool().query<KeyRow>({
    name: 'api-key-read',
    text: `select ${KEY_COLUMNS} from api_keys k join users u on u.id = k.owner_id where ${LIVE_KEY}`,
    values: [sha256(secret)],
  });
  return rows[0];
}

type AgentColumns = { [Key in keyof AgentAccess as `agent_${Key}`]: AgentAccess[Key] | null };

/** A key together with an agent: most calls need both, and one statement is half the work of two. */
async function findKeyWithAgent(secret: string, agentId: bigint): Promise<{ key: KeyRow; agent: AgentAccess | null } | undefined> {
  const { rows } = await pool().query<KeyRow & AgentColumns>({
    name: 'api-key-read-with-agent',
    text: `select ${KEY_COLUMNS}, a.id as "agent_id", a.owner_id as "agent_ownerId", a.name as "agent_name", a.status as "agent_status",
                  ${partnerMay('k.partner_id')} as "agent_partnerMay"
           from api_keys k join users u on u.id = k.owner_id left join agents a on a.id = $2 where ${LIVE_KEY}`,
    values: [sha256(secret), agentId],
  });
  const [row] = rows;
  if (!row) return undefined;
  const { agent_id: id, agent_ownerId: ownerId, agent_name: name, agent_status: status, agent_partnerMay: mayUse, ...key } = row;
  const agent =
    id === null || ownerId === null || name === null || status === null ? null : { id, ownerId, name, status, partnerMay: mayUse ?? false };
  return { key, agent };
}

/** Notes the use of a key, at most once a minute, without keeping the caller waiting. */
function noteUse(keyId: string): void {
  pool()
    .query(
      `update api_keys set last_used_at = now() where id = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
      [keyId],
    )
    .catch((error: unknown) => log().warn({ error }, 'the use of a key was not noted'));
}

/** Only what makes something for a wallet may make the wallet's row; everything else meets a wallet that owns nothing. */
const mayMakeOwner = ({ access, scope }: Pick<Endpoint, 'access' | 'scope'>) => access === 'user' && scope === 'write';

async function principalOfKey(request: Request, key: KeyRow, endpoint: Pick<Endpoint, 'access' | 'scope'>): Promise<Principal> {
  const wallet = walletHeader(request);
  const { keyId, scopes } = key;
  if (key.kind === 'personal') {
    if (wallet && wallet !== key.walletAddress) throw new AppError('FORBIDDEN', 'X-Wallet-Address is not the wallet of this key');
    return {
      kind: 'personal-key',
      keyId,
      scopes,
      ownerId: key.ownerId as OwnerId,
      walletAddress: key.walletAddress,
      createdAt: key.createdAt,
    };
  }
  if (key.kind !== 'partner' || !key.partnerId) throw unauthenticated('This key is not for this API');
  if (!wallet) throw new AppError('BAD_REQUEST', 'A partner key needs the header X-Wallet-Address');
  const owner = await readOwner(wallet, { create: mayMakeOwner(endpoint) });
  const person = owner ?? { ownerId: NOBODY, walletAddress: wallet, createdAt: new Date(0) };
  return { kind: 'partner-key', keyId, scopes, partnerId: key.partnerId, ...person };
}

async function identifyByKey(
  request: Request,
  authorization: string,
  endpoint: Pick<Endpoint, 'access' | 'scope'>,
  agentId: bigint | undefined,
): Promise<Omit<Identity, 'renew'>> {
  const secret = authorization.match(/^Bearer\s+(\S+)\s*$/i)?.[1];
  if (!secret || !KEY_PATTERN.test(secret)) throw unauthenticated('The Authorization header holds no valid API key');
  const found = agentId === undefined ? await findKey(secret).then((key) => key && { key }) : await findKeyWithAgent(secret, agentId);
  if (!found) throw unauthenticated('This API key is unknown, expired or revoked');
  const { key, ...withAgent } = found;
  if (endpoint.access === 'session') throw new AppError('FORBIDDEN', 'This needs a signed-in browser; an API key is not enough');
  if (!key.scopes.includes(endpoint.scope)) throw new AppError('FORBIDDEN', `This API key lacks the scope "${endpoint.scope}"`);
  const principal = await principalOfKey(request, key, endpoint);
  if (key.stale) noteUse(key.keyId);
  return { principal, ...withAgent };
}

/**
 * Finds out who calls, by API key or else by session cookie, and whether they may call this endpoint at all.
 *
 * @param agentId the agent that is asked for, to be read with the key; that it is the caller's is checked elsewhere
 * @throws AppError UNAUTHENTICATED, FORBIDDEN or BAD_REQUEST
 */
export async function authenticate(request: Request, endpoint: Pick<Endpoint, 'access' | 'scope'>, agentId?: bigint): Promise<Identity> {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) {
    const { principal, agent } = await identifyByKey(request, authorization, endpoint, agentId);
    return { principal, renew: false, agent };
  }
  const session = await readSession(request);
  if (!session) throw unauthenticated('Not authenticated');
  assertSameOrigin(request);
  const wallet = walletHeader(request);
  if (wallet && wallet !== session.principal.walletAddress)
    throw new AppError('FORBIDDEN', 'X-Wallet-Address is not the wallet that signed in');
  return { principal: session.principal, renew: session.stale };
}
