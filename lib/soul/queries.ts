import type { OwnedAgent } from '@/lib/auth/principal';
import { pool, type Transaction } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';

export type SoulRow = { content: string; version: number; updatedAt: Date };

const COLUMNS = `content, version, updated_at as "updatedAt"`;

export async function readSoulRow(agent: OwnedAgent): Promise<SoulRow | undefined> {
  const { rows } = await pool().query<SoulRow>({
    name: 'soul-read',
    text: `select ${COLUMNS} from souls where agent_id = $1 and owner_id = $2`,
    values: [agent.id, agent.ownerId],
  });
  return rows[0];
}

/** Replaces the soul unless it changed since `expectedUpdatedAt`; every text stays as a version. */
export async function writeSoulRow(
  tx: Transaction,
  agent: OwnedAgent,
  soul: { content: string; expectedUpdatedAt: Date | null; author: string; reason: string | null },
): Promise<SoulRow | undefined> {
  const { rows } = await tx.query<SoulRow>(
    `update souls set content = $3, version = version + 1, updated_at = greatest(date_trunc('milliseconds', now()), updated_at + interval '1 millisecond')
     where agent_id = $1 and owner_id = $2 and ($4::timestamptz is null or updated_at = $4) returning ${COLUMNS}`,
    [agent.id, agent.ownerId, soul.content, soul.expectedUpdatedAt],
  );
  const [row] = rows;
  if (!row) return undefined;
  await tx.query(
    `insert into soul_versions (id, agent_id, owner_id, version, content, author, reason, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId(), agent.id, agent.ownerId, row.version, row.content, soul.author, soul.reason, row.updatedAt],
  );
  return row;
}
