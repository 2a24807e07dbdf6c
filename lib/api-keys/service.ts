import type { MarkDone } from '@/lib/api/idempotency';
import { isOperator } from '@/lib/auth/install';
import type { Principal } from '@/lib/auth/principal';
import type { z } from 'zod';
import { writeAudit } from '@/lib/platform/audit';
import { randomToken, sha256 } from '@/lib/platform/crypto';
import { transaction } from '@/lib/platform/database';
import { refuse } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { API_KEY_LIMIT } from './limits';
import { presentApiKey } from './present';
import { countKeysForCap, insertApiKey, insertPartner, readApiKeys, revokeKey } from './queries';
import type { createApiKeyBody } from './schema';

type SessionPrincipal = Extract<Principal, { kind: 'session' }>;

const PREFIX_LENGTH = 12;

/** The owner's keys that are not revoked, the newest first. */
export async function listApiKeys(principal: SessionPrincipal) {
  return { apiKeys: (await readApiKeys(principal.ownerId)).map(presentApiKey) };
}

/**
 * Makes a key: `mck_` and 32 random bytes in base62. Only its SHA-256 and a display prefix are kept, so the secret is in this answer alone.
 * A partner key belongs to the partner of its name, and only an operator of the install makes one. Refuses API_KEY_LIMIT_REACHED.
 */
export async function createApiKey(principal: SessionPrincipal, input: z.output<typeof createApiKeyBody>, markDone: MarkDone) {
  if (input.kind === 'partner' && !(await isOperator(principal.walletAddress))) {
    return refuse('FORBIDDEN', 'Partner keys are made by an operator of this install (ADMIN_WALLETS)');
  }
  const secret = `mck_${randomToken()}`;
  const key = await transaction(async (tx) => {
    if ((await countKeysForCap(tx, principal.ownerId)) >= API_KEY_LIMIT) return undefined;
    const partnerId = input.kind === 'partner' ? await insertPartner(tx, input.name) : null;
    const row = await insertApiKey(tx, {
      id: newId(),
      ownerId: principal.ownerId,
      partnerId,
      kind: input.kind,
      name: input.name,
      prefix: secret.slice(0, PREFIX_LENGTH),
      secretHash: sha256(secret),
      scopes: [...new Set(input.scopes)],
      expiresAt: input.expiresAt ? new Date(input.expiresAt) : null,
    });
    await writeAudit(tx, {
      ownerId: principal.ownerId,
      actor: 'owner',
      action: 'apiKey.created',
      details: { keyId: row.id, kind: row.kind },
    });
    await markDone(tx);
    return row;
  });
  if (!key) return refuse('API_KEY_LIMIT_REACHED', `You can have at most ${API_KEY_LIMIT} API keys. Revoke one to make room.`);
  return { apiKey: presentApiKey(key), secret };
}

/** Revokes a key of the owner: every process refuses it from then on. */
export async function revokeApiKey(principal: SessionPrincipal, keyId: string) {
  const revoked = await transaction(async (tx) => {
    const done = await revokeKey(tx, principal.ownerId, keyId);
    if (done) await writeAudit(tx, { ownerId: principal.ownerId, actor: 'owner', action: 'apiKey.revoked', details: { keyId } });
    return done;
  });
  return revoked ? { success: true as const } : refuse('NOT_FOUND', 'API key not found');
}
