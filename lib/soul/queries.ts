import type { OwnedAgent } from '@/lib/auth/principal';
import { type Executor, pool, type Transaction } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import type { SoulAuthor } from './schema';

export type SoulRow = { content: string; version: number; updatedAt: Date };

const COLUMNS = `content, version, updated_at as "updatedAt"`;

export async function readSoulRow(agent: OwnedAgent, executor: Executor = pool()): Promise<SoulRow | undefined> {
  const { rows } = await executor.query<SoulRow>({
    name: 'soul-read',
    text: `select ${COLUMNS} from souls where agent_id = $1 and owner_id = $2`,
    values: [agent.id, agent.ownerId],
  });
  return rows[0];
}

export type SoulChange = {
  content: string;
  author: SoulAuthor;
  reason: string | null;
  restoredFrom?: number | null;
  /** Nothing is written when the soul was changed since. */
  expectedUpdatedAt: Date | null;
  /** Nothing is written unless this rewrite is still open. */
  attemptId?: string | null;
};

/**
 * Changes the soul and keeps the new text as a version, in one statement that writes nothing when the soul is no longer what the caller
 * takes it for. A rewrite that was under way is over: it read another text.
 */
export async function writeSoulRow(tx: Transaction, agent: OwnedAgent, change: SoulChange): Promise<SoulRow | undefined> {
  const { rows } = await tx.query<SoulRow>({
    name: 'soul-write',
    text: `with changed as (
             update souls set content = $3::text, version = version + 1, rewrite_attempt = null,
               updated_at = greatest(date_trunc('milliseconds', now()), updated_at + interval '1 millisecond')
             where agent_id = $1 and owner_id = $2 and ($4::timestamptz is null or updated_at = $4)
               and ($5::uuid is null or rewrite_attempt = $5)
             returning agent_id, owner_id, content, version, updated_at
           ), kept as (
             insert into soul_versions (id, agent_id, owner_id, version, content, author, reason, restored_from, created_at)
             select $6::uuid, agent_id, owner_id, version, content, $7::text, $8::text, $9::int, updated_at from changed
           )
           select ${COLUMNS} from changed`,
    values: [
      agent.id,
      agent.ownerId,
      change.content,
      change.expectedUpdatedAt,
      change.attemptId ?? null,
      newId(),
      change.author,
      change.reason,
      change.restoredFrom ?? null,
    ],
  });
  return rows[0];
}

export type SoulVersionRow = {
  id: string;
  version: number;
  content: string;
  author: SoulAuthor;
  reason: string | null;
  restoredFrom: number | null;
  current: boolean;
  createdAt: Date;
};

const VERSION_COLUMNS = `v.id, v.version, v.content, v.author, v.reason, v.restored_from as "restoredFrom", v.created_at as "createdAt"`;

/** One page of an agent's soul versions, newest first, and how many there are. */
export async function findSoulVersions(
  agent: OwnedAgent,
  page: { limit: number; offset: number },
): Promise<{ rows: SoulVersionRow[]; total: number }> {
  const { rows } = await pool().query<SoulVersionRow & { total: number }>({
    name: 'soul-versions',
    text: `with page as (
             select ${VERSION_COLUMNS}, v.version = s.version as current from soul_versions v join souls s on s.agent_id = v.agent_id
             where v.agent_id = $1 and v.owner_id = $2 order by v.version desc limit $3 offset $4
           )
           select page.*, (select count(*)::int from soul_versions where agent_id = $1 and owner_id = $2) as total
           from (select 1) as one left join page on true order by page.version desc`,
    values: [agent.id, agent.ownerId, page.limit, page.offset],
  });
  return { rows: rows.filter((row) => row.id !== null), total: rows[0]?.total ?? 0 };
}

/** One version. Its text never changes, so that it may be read before it is written anew. */
export async function findSoulVersion(
  agent: OwnedAgent,
  versionId: string,
): Promise<Pick<SoulVersionRow, 'version' | 'content'> | undefined> {
  const { rows } = await pool().query<Pick<SoulVersionRow, 'version' | 'content'>>(
    `select version, content from soul_versions where id = $1 and agent_id = $2 and owner_id = $3`,
    [versionId, agent.id, agent.ownerId],
  );
  return rows[0];
}
