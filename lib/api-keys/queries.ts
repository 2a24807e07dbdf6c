import type { Scope } from '@/lib/api/endpoint';
import type { OwnerId } from '@/lib/auth/principal';
import { type Executor, pool, type Transaction } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';

export type ApiKeyRow = {
  id: string;
  name: string;
  kind: 'personal' | 'partner' | 'agent';
  prefix: string;
  scopes: Scope[];
  partnerId: string | null;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
};

const COLUMNS = `id, name, kind, prefix, scopes, partner_id as "partnerId", created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt"`;

export async function readApiKeys(ownerId: OwnerId): Promise<ApiKeyRow[]> {
  const { rows } = await pool().query<ApiKeyRow>(
    `select ${COLUMNS} from api_keys where owner_id = $1 and revoked_at is null order by created_at desc, id limit 500`,
    [ownerId],
  );
  return rows;
}

/** The id of the partner of a name, made when it is new. */
export async function insertPartner(tx: Transaction, name: string): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into partners (id, name) values ($1, $2) on conflict (name) do update set name = excluded.name returning id`,
    [newId(), name],
  );
  return rows[0]?.id ?? '';
}

/** How many live keys an owner has. Holds the owner's row until the transaction ends, so that two creations cannot both be the last. */
export async function countKeysForCap(tx: Transaction, ownerId: OwnerId): Promise<number> {
  await tx.query(`select 1 from users where id = $1 for update`, [ownerId]);
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from api_keys
     where owner_id = $1 and revoked_at is null and (expires_at is null or expires_at > now())`,
    [ownerId],
  );
  return rows[0]?.count ?? 0;
}

type NewApiKey = Omit<ApiKeyRow, 'createdAt' | 'lastUsedAt'> & { ownerId: OwnerId; secretHash: Buffer };

export async function insertApiKey(tx: Transaction, key: NewApiKey): Promise<ApiKeyRow> {
  const { rows } = await tx.query<ApiKeyRow>(
    `insert into api_keys (id, owner_id, partner_id, kind, name, prefix, secret_hash, scopes, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${COLUMNS}`,
    [key.id, key.ownerId, key.partnerId, key.kind, key.name, key.prefix, key.secretHash, key.scopes, key.expiresAt],
  );
  const [row] = rows;
  if (!row) throw new Error('the new API key was not returned');
  return row;
}

/** Whether there was a live key to revoke. */
export async function revokeKey(executor: Executor, ownerId: OwnerId, keyId: string): Promise<boolean> {
  const { rowCount } = await executor.query(
    `update api_keys set revoked_at = now() where id = $1 and owner_id = $2 and revoked_at is null`,
    [keyId, ownerId],
  );
  return rowCount === 1;
}
