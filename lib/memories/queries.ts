import type { OwnedAgent, OwnedAgentId } from '@/lib/auth/principal';
import { type Executor, pool } from '@/lib/platform/database';
import { containsPattern, foldedColumn, foldText, wordQuery } from '@/lib/platform/text-search';
import type { MemoryCategory, MemorySort, MemorySource, RevisionKind } from './schema';

export type MemoryStatus = 'active' | 'superseded' | 'archived' | 'deleted';

export type MemoryRow = {
  id: string;
  content: string;
  category: MemoryCategory;
  confidence: number;
  importance: number;
  mentionCount: number;
  pinned: boolean;
  status: MemoryStatus;
  supersededById: string | null;
  source: string;
  sourceMessageId: string | null;
  sourceConversationId: bigint | null;
  embedderId: string | null;
  version: number;
  lastMentionedAt: Date;
  createdAt: Date;
  updatedAt: Date;
};

export type RevisionActor = 'owner' | 'key' | 'agent';

/** What a revision keeps of a memory: everything that a change can change. */
export type MemoryState = {
  content: string;
  category: MemoryCategory;
  confidence: number;
  importance: number;
  mentionCount: number;
  pinned: boolean;
  status: MemoryStatus;
  supersededById: string | null;
  lastMentionedAt: string;
  version: number;
};

export type RevisionRow = {
  id: string;
  kind: RevisionKind;
  actor: RevisionActor;
  before: MemoryState | null;
  after: MemoryState;
  sourceMessageId: string | null;
  undoneAt: Date | null;
  createdAt: Date;
};

/** The columns of a {@link MemoryRow}, of the table or statement that `m` names. */
export const MEMORY_COLUMNS = `m.id, m.content, m.category, m.confidence, m.importance, m.mention_count as "mentionCount", m.pinned, m.status,
  m.superseded_by_id as "supersededById", m.source, m.source_message_id as "sourceMessageId",
  (select s.conversation_id from messages s where s.id = m.source_message_id and s.agent_id = m.agent_id) as "sourceConversationId",
  m.embedder_id as "embedderId", m.version, m.last_mentioned_at as "lastMentionedAt", m.created_at as "createdAt", m.updated_at as "updatedAt"`;

/** The columns of a {@link RevisionRow}, of the table that `r` names. */
export const REVISION_COLUMNS = `r.id, r.kind, r.actor, r.before, r.after, r.source_message_id as "sourceMessageId", r.undone_at as "undoneAt",
  r.created_at as "createdAt"`;

const LISTED = `m.agent_id = $1 and m.status = 'active' and ($2::text is null or m.category = $2)
  and ($3::text is null or ${foldedColumn('m.content')} like $3 or m.search @@ to_tsquery('simple', $4))
  and ($7::boolean is null or m.pinned = $7) and ($8::text is null or m.source = $8)`;

/** The order of each sort; the id makes pages of it meet without a gap. */
const ORDERS: Record<MemorySort, string> = {
  recent: 'm.created_at desc, m.id desc',
  oldest: 'm.created_at, m.id',
  changed: 'm.updated_at desc, m.id desc',
  mentioned: 'm.mention_count desc, m.last_mentioned_at desc, m.id desc',
};

export type MemoryPage = {
  limit: number;
  offset: number;
  category?: MemoryCategory;
  q?: string;
  pinned?: boolean;
  source?: MemorySource;
  /** `recent` when left out. */
  sort?: MemorySort;
};

/** One page of an agent's active memories in the order that is asked for, and how many there are in all. */
export async function findMemories(agentId: OwnedAgentId, page: MemoryPage): Promise<{ rows: MemoryRow[]; total: number }> {
  const sort = page.sort ?? 'recent';
  const order = ORDERS[sort];
  const { rows } = await pool().query<MemoryRow & { total: number }>({
    name: `memories-list-${sort}`,
    text: `with page as (
             select ${MEMORY_COLUMNS}, row_number() over (order by ${order}) as place
             from memories m where ${LISTED} order by ${order} limit $5 offset $6
           )
           select page.*, (select count(*)::int from memories m where ${LISTED}) as total
           from (select 1) as one left join page on true order by page.place`,
    values: [
      agentId,
      page.category ?? null,
      page.q === undefined ? null : containsPattern(foldText(page.q)),
      page.q === undefined ? null : wordQuery(page.q, { match: 'all', prefix: 'every' }),
      page.limit,
      page.offset,
      page.pinned ?? null,
      page.source ?? null,
    ],
  });
  return { rows: rows.filter((row) => row.id !== null), total: rows[0]?.total ?? 0 };
}

/** One memory of an agent, whatever its status. */
export async function findMemory(agentId: OwnedAgentId, memoryId: string, executor: Executor = pool()): Promise<MemoryRow | undefined> {
  const { rows } = await executor.query<MemoryRow>(`select ${MEMORY_COLUMNS} from memories m where m.id = $1 and m.agent_id = $2`, [
    memoryId,
    agentId,
  ]);
  return rows[0];
}

/** Every change of a memory, newest first. Versions give the order: clocks of several processes may disagree. */
export async function findRevisions(agentId: OwnedAgentId, memoryId: string, executor: Executor = pool()): Promise<RevisionRow[]> {
  const { rows } = await executor.query<RevisionRow>(
    `select ${REVISION_COLUMNS} from memory_revisions r where r.memory_id = $1 and r.agent_id = $2
     order by (r.after ->> 'version')::int desc, r.id desc limit 500`,
    [memoryId, agentId],
  );
  return rows;
}

/** Memories that were learned from each of some user messages, and are still known. */
export async function findMemoriesOfMessages(
  agentId: OwnedAgentId,
  messageIds: readonly string[],
): Promise<{ id: string; content: string; messageId: string }[]> {
  if (messageIds.length === 0) return [];
  const { rows } = await pool().query<{ id: string; content: string; messageId: string }>({
    name: 'memories-of-messages',
    text: `select id, content, source_message_id as "messageId" from memories
           where source_message_id = any($2::uuid[]) and agent_id = $1 and status = 'active' order by created_at, id`,
    values: [agentId, messageIds],
  });
  return rows;
}

/** What a job needs of an agent, or `undefined` when it is gone. */
export async function findAgentOfJob(
  agentId: bigint,
): Promise<(Pick<OwnedAgent, 'name' | 'status'> & { id: bigint; ownerId: string; premiumModel: string | null }) | undefined> {
  const { rows } = await pool().query<{ id: bigint; ownerId: string; name: string; status: string; premiumModel: string | null }>(
    `select id, owner_id as "ownerId", name, status, premium_model as "premiumModel" from agents where id = $1`,
    [agentId],
  );
  return rows[0];
}

export type ExchangeRow = {
  replyId: string;
  reply: string;
  userMessageId: string;
  userMessage: string;
  agentId: bigint;
  ownerId: string;
  agentName: string;
  agentStatus: string;
  premiumModel: string | null;
  sentAt: Date;
};

/** A finished reply with the message it answers. `undefined` when either is gone, was replaced, or the reply failed or still runs. */
export async function findExchange(replyId: string): Promise<ExchangeRow | undefined> {
  const { rows } = await pool().query<ExchangeRow>(
    `select r.id as "replyId", r.content as reply, u.id as "userMessageId", u.content as "userMessage", u.created_at as "sentAt",
            a.id as "agentId", a.owner_id as "ownerId", a.name as "agentName", a.status as "agentStatus", a.premium_model as "premiumModel"
     from messages r join messages u on u.id = r.reply_to_id and u.agent_id = r.agent_id join agents a on a.id = r.agent_id
     where r.id = $1 and r.role = 'assistant' and r.status in ('completed', 'stopped') and u.superseded_at is null`,
    [replyId],
  );
  return rows[0];
}

export type UnembeddedRow = { id: string; content: string };

/** Active memories whose vector is missing or was made by another embedder. */
export async function findUnembedded(agentId: OwnedAgentId, embedderId: string, limit: number): Promise<UnembeddedRow[]> {
  const { rows } = await pool().query<UnembeddedRow>(
    `select id, content from memories where agent_id = $1 and status = 'active' and embedder_id is distinct from $2
     order by created_at desc, id desc limit $3`,
    [agentId, embedderId, limit],
  );
  return rows;
}

/** Agents with memories that have waited over a minute for a vector of this embedder: after a change of it, or a long failure. */
export async function findAgentsToEmbed(
  embedderId: string,
  limit: number,
): Promise<{ id: bigint; ownerId: string; name: string; status: string }[]> {
  const { rows } = await pool().query<{ id: bigint; ownerId: string; name: string; status: string }>(
    `select id, owner_id as "ownerId", name, status from agents where id in (
       select agent_id from memories
       where status = 'active' and embedder_id is distinct from $1 and updated_at < now() - interval '1 minute' group by agent_id limit $2)`,
    [embedderId, limit],
  );
  return rows;
}
