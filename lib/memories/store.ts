import type { OwnedAgent } from '@/lib/auth/principal';
import { dropSummariesOf } from '@/lib/compaction/queries';
import { type Executor, pool, type Transaction } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { searchableText } from '@/lib/platform/text-search';
import { MEMORY_COLUMNS, type MemoryRow, type MemoryState, type RevisionActor } from './queries';
import { MEMORY_LIMIT, type MemoryCategory, type MemorySource, type RevisionKind } from './schema';

export type NewMemory = {
  /** Given where another row must name it first. */
  id?: string;
  content: string;
  category: MemoryCategory;
  pinned: boolean;
  confidence: number;
  importance: number;
  source: MemorySource;
  sourceMessageId: string | null;
  actor: RevisionActor;
  /** When it was said last, never in the future; just now when left out. */
  saidAt?: Date;
  /** How often it was said; once when left out. */
  mentions?: number;
};

/** What made a change, for the history. */
export type Change = { kind: RevisionKind; actor: RevisionActor; sourceMessageId?: string | null };

type Changeable = Omit<MemoryState, 'version' | 'lastMentionedAt'> & { lastMentionedAt: Date };

/** The state of `m` as {@link MemoryState}. */
const STATE = `jsonb_build_object('content', m.content, 'category', m.category, 'confidence', m.confidence, 'importance', m.importance,
  'mentionCount', m.mention_count, 'pinned', m.pinned, 'status', m.status, 'supersededById', m.superseded_by_id,
  'lastMentionedAt', to_char(m.last_mentioned_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'version', m.version)`;

/**
 * Makes everything that raises an agent's number of active memories wait its turn until the transaction ends, so that the
 * count that follows is true.
 */
export async function lockMemoryCount(tx: Transaction, agent: OwnedAgent): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('memories:' || $1::text, 0))`, [agent.id]);
}

/** Whether one more active memory fits. True only after {@link lockMemoryCount}. */
export async function hasRoom(tx: Transaction, agent: OwnedAgent, more = 1): Promise<boolean> {
  const { rows } = await tx.query<{ active: number }>(
    `select count(*)::int as active from memories where agent_id = $1 and status = 'active'`,
    [agent.id],
  );
  return (rows[0]?.active ?? 0) + more <= MEMORY_LIMIT;
}

/** Adds a memory with its first revision; `undefined` when the agent's memory is full. Needs {@link lockMemoryCount}. */
export async function insertMemory(tx: Transaction, agent: OwnedAgent, memory: NewMemory): Promise<MemoryRow | undefined> {
  const { rows } = await tx.query<MemoryRow>(
    `with added as (
       insert into memories (id, owner_id, agent_id, content, category, confidence, importance, pinned, source, source_message_id, search,
                             created_at, updated_at, last_mentioned_at, mention_count)
       select $1::uuid, $2::uuid, $3::bigint, $4, $5, $6, $7, $8::boolean, $9, $10::uuid, to_tsvector('simple', $11),
              clock_timestamp(), clock_timestamp(), least(coalesce($15::timestamptz, clock_timestamp()), clock_timestamp()), $16::int
       where (select count(*) from memories where agent_id = $3 and status = 'active') < $14
       returning *
     ), revision as (
       insert into memory_revisions (id, memory_id, owner_id, agent_id, kind, after, actor, source_message_id, created_at)
       select $12::uuid, m.id, m.owner_id, m.agent_id, 'created', ${STATE}, $13, $10::uuid, clock_timestamp() from added m
     )
     select ${MEMORY_COLUMNS} from added m`,
    [
      memory.id ?? newId(),
      agent.ownerId,
      agent.id,
      memory.content,
      memory.category,
      memory.confidence,
      memory.importance,
      memory.pinned,
      memory.source,
      memory.sourceMessageId,
      searchableText(memory.content),
      newId(),
      memory.actor,
      MEMORY_LIMIT,
      memory.saidAt ?? null,
      memory.mentions ?? 1,
    ],
  );
  return rows[0];
}

/** Reads a memory and keeps others from changing it until the transaction ends. */
export async function lockMemory(tx: Transaction, agent: OwnedAgent, memoryId: string): Promise<MemoryRow | undefined> {
  const { rows } = await tx.query<MemoryRow>(
    `select ${MEMORY_COLUMNS} from memories m where m.id = $1 and m.agent_id = $2 for update of m`,
    [memoryId, agent.id],
  );
  return rows[0];
}

/**
 * Changes a memory that the transaction has locked and writes the revision. A new text loses its vector; summaries of the conversation that
 * taught what is taken back are dropped.
 *
 * @throws Error when the row is not in the version of `before`
 */
export async function changeMemory(
  tx: Transaction,
  agent: OwnedAgent,
  before: MemoryRow,
  changes: Partial<Changeable>,
  change: Change,
): Promise<MemoryRow> {
  const after: Changeable = { ...before, ...changes };
  const { rows } = await tx.query<MemoryRow>(
    `with earlier as (
       select ${STATE} as state from memories m where m.id = $1 and m.agent_id = $2
     ), changed as (
       update memories m set content = $4, category = $5, confidence = $6, importance = $7, mention_count = $8, pinned = $9, status = $10,
         superseded_by_id = $11::uuid, last_mentioned_at = $12,
         search = case when m.content = $4 then m.search else to_tsvector('simple', $13) end,
         embedding = case when m.content = $4 then m.embedding end, embedder_id = case when m.content = $4 then m.embedder_id end,
         version = m.version + 1, updated_at = clock_timestamp()
       where m.id = $1 and m.agent_id = $2 and m.version = $3
       returning m.*
     ), revision as (
       insert into memory_revisions (id, memory_id, owner_id, agent_id, kind, before, after, actor, source_message_id, created_at)
       select $14::uuid, m.id, m.owner_id, m.agent_id, $15, earlier.state, ${STATE}, $16, $17::uuid, clock_timestamp()
       from changed m cross join earlier
     )
     select ${MEMORY_COLUMNS} from changed m`,
    [
      before.id,
      agent.id,
      before.version,
      after.content,
      after.category,
      after.confidence,
      after.importance,
      after.mentionCount,
      after.pinned,
      after.status,
      after.supersededById,
      after.lastMentionedAt,
      searchableText(after.content),
      newId(),
      change.kind,
      change.actor,
      change.sourceMessageId ?? null,
    ],
  );
  const row = rows[0];
  if (!row) throw new Error(`memory ${before.id} was changed without its lock`);
  const isTakenBack = row.status === 'deleted' || (change.kind === 'edited' && row.content !== before.content);
  if (isTakenBack && row.sourceMessageId) await dropSummariesOf(tx, agent, row.sourceMessageId);
  return row;
}

/** Marks a revision as taken back. Its memory must be locked. */
export async function markUndone(tx: Transaction, revisionId: string): Promise<void> {
  await tx.query(`update memory_revisions set undone_at = clock_timestamp() where id = $1`, [revisionId]);
}

/** Memories that a memory took the place of, locked. */
export async function lockSuperseded(tx: Transaction, agent: OwnedAgent, byId: string): Promise<MemoryRow[]> {
  const { rows } = await tx.query<MemoryRow>(
    `select ${MEMORY_COLUMNS} from memories m
     where m.agent_id = $1 and m.superseded_by_id = $2 and m.status = 'superseded' order by m.id for update of m`,
    [agent.id, byId],
  );
  return rows;
}

/** The memory that is the least loss: not pinned, of little weight, rarely and long ago mentioned. Locked. */
export async function lockWeakest(tx: Transaction, agent: OwnedAgent): Promise<MemoryRow | undefined> {
  const { rows } = await tx.query<MemoryRow>(
    `select ${MEMORY_COLUMNS} from memories m where m.agent_id = $1 and m.status = 'active' and not m.pinned
     order by m.importance * m.confidence + 0.1 * ln(m.mention_count), m.last_mentioned_at, m.id limit 1 for update of m`,
    [agent.id],
  );
  return rows[0];
}

/**
 * Stores vectors, each only if its memory still says what was embedded. A text that the embedder has no vector for is
 * marked as seen, so that it is not tried again.
 *
 * @param vectors `number[512]` of unit length, or null
 */
export async function storeVectors(
  agent: OwnedAgent,
  embedderId: string,
  texts: readonly { id: string; content: string }[],
  vectors: readonly (number[] | null)[],
  executor: Executor = pool(),
): Promise<number> {
  const { rowCount } = await executor.query(
    `update memories m set embedding = given.vector::vector, embedder_id = $2
     from unnest($3::uuid[], $4::text[], $5::text[]) as given(id, content, vector)
     where m.id = given.id and m.agent_id = $1 and m.content = given.content`,
    [
      agent.id,
      embedderId,
      texts.map(({ id }) => id),
      texts.map(({ content }) => content),
      texts.map((_, index) => vectorText(vectors[index])),
    ],
  );
  return rowCount ?? 0;
}

/** A vector in pgvector's notation. */
export function vectorText(vector: readonly number[] | null | undefined): string | null {
  return vector ? `[${vector.join(',')}]` : null;
}
