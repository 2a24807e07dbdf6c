import type { OwnedAgent } from '@/lib/auth/principal';
import type { MemoryCategory } from '@/lib/memories/schema';
import { type Executor, pool } from '@/lib/platform/database';
import { noJobSql } from '@/lib/platform/jobs';
import type { Pair } from './candidates';
import type { Draft } from './draft';
import { reflect } from './jobs';
import type { ReflectionStep } from './limits';

/** A pass that is under way, as its job sees it. */
export type OpenPass = {
  id: string;
  agentId: bigint;
  ownerId: string;
  agentName: string;
  agentStatus: string;
  step: ReflectionStep;
  attempts: number;
  draft: Draft;
  clarityBefore: number | null;
  reservedTokens: number;
  spentTokens: number;
};

const OPEN_COLUMNS = `r.id, r.agent_id as "agentId", r.owner_id as "ownerId", r.step, r.attempts, r.draft, r.clarity_before as "clarityBefore",
  r.reserved_tokens as "reservedTokens", r.input_tokens + r.output_tokens as "spentTokens"`;

/** Takes a pass up, and counts how often that was done; undefined when it is not open. */
export async function takeUp(id: string): Promise<OpenPass | undefined> {
  const { rows } = await pool().query<OpenPass>(
    `update reflections r set attempts = r.attempts + 1, updated_at = now() from agents a
     where r.id = $1 and r.status = 'processing' and a.id = r.agent_id
     returning ${OPEN_COLUMNS}, a.name as "agentName", a.status as "agentStatus"`,
    [id],
  );
  return rows[0];
}

/** The pass as it stands, locked in a transaction; undefined when it is not open. */
export async function readOpen(id: string, executor: Executor = pool(), lock = false): Promise<OpenPass | undefined> {
  const { rows } = await executor.query<OpenPass>(
    `select ${OPEN_COLUMNS}, a.name as "agentName", a.status as "agentStatus" from reflections r join agents a on a.id = r.agent_id
     where r.id = $1 and r.status = 'processing' ${lock ? 'for update of r' : ''}`,
    [id],
  );
  return rows[0];
}

/** Keeps what a step found and goes on to the next; false when somebody else did that already. */
export async function storeStep(
  pass: OpenPass,
  next: ReflectionStep,
  draft: Draft,
  figures: { clarityBefore?: number; memoriesBefore?: number } = {},
): Promise<boolean> {
  const { rowCount } = await pool().query(
    `update reflections set step = $3, draft = draft || $4::jsonb, clarity_before = coalesce($5, clarity_before),
       memories_before = coalesce($6, memories_before), updated_at = now()
     where id = $1 and status = 'processing' and step = $2`,
    [pass.id, pass.step, next, JSON.stringify(draft), figures.clarityBefore ?? null, figures.memoriesBefore ?? null],
  );
  return rowCount === 1;
}

/** Notes what a call of a model took, at once: it was taken even if nothing comes of it. */
export async function noteTokens(id: string, call: { inputTokens: number; outputTokens: number; latencyMs: number }): Promise<void> {
  await pool().query(
    `update reflections set input_tokens = input_tokens + $2, output_tokens = output_tokens + $3, latency_ms = latency_ms + $4, updated_at = now()
     where id = $1`,
    [id, call.inputTokens, call.outputTokens, call.latencyMs],
  );
}

/** A memory as a pass saw it. */
export type SeenMemory = {
  id: string;
  content: string;
  category: MemoryCategory;
  confidence: number;
  mentionCount: number;
  pinned: boolean;
  version: number;
  createdAt: string;
};

/** The active memories of an agent, or those of `seen` that are still what they were. */
export async function readMemories(agent: OwnedAgent, seen?: Draft['seen'], executor: Executor = pool()): Promise<SeenMemory[]> {
  const { rows } = await executor.query<SeenMemory>(
    `select m.id, m.content, m.category, m.confidence, m.mention_count as "mentionCount", m.pinned, m.version,
            to_char(m.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"
     from memories m
     left join (select (s ->> 0)::uuid as id, (s ->> 1)::int as version from jsonb_array_elements(coalesce($2::jsonb, '[]')) s) seen
       on seen.id = m.id and seen.version = m.version
     where m.agent_id = $1 and m.status = 'active' and ($2::jsonb is null or seen.id is not null)
     order by m.created_at, m.id`,
    [agent.id, seen ? JSON.stringify(seen) : null],
  );
  return rows;
}

const MOST_PAIRS = 3_000;

/** Pairs of an agent's active memories that are at least so near to each other, or have the same words; the nearest first. */
export async function findPairs(agent: OwnedAgent, embedderId: string, least: number): Promise<Pair[]> {
  const { rows } = await pool().query<Pair>(
    `with known as materialized (
       select id, lower(content) as words, case when embedder_id = $2 then embedding end as embedding
       from memories where agent_id = $1 and status = 'active'
     ), paired as materialized (
       select one.id as left, other.id as right, -(one.embedding <#> other.embedding) as similarity, one.words = other.words as same
       from known one join known other on one.id < other.id
     )
     select "left", "right", similarity from paired where similarity >= $3 or same
     order by same desc, similarity desc nulls last, "left", "right" limit ${MOST_PAIRS}`,
    [agent.id, embedderId, least],
  );
  return rows;
}

/** The titles of tasks that wait for their owner, and what the newest talks were about. */
export async function readPlans(agent: OwnedAgent): Promise<{ pending: string[]; talks: string[] }> {
  const { rows } = await pool().query<{ pending: string[]; talks: string[] }>(
    `select array(select title from tasks where agent_id = $1 and owner_id = $2 and status = 'pending' order by created_at desc limit 30) as pending,
            array(select title from conversations where agent_id = $1 and owner_id = $2 and title is not null
                  order by last_message_at desc limit 20) as talks`,
    [agent.id, agent.ownerId],
  );
  return rows[0] ?? { pending: [], talks: [] };
}

/** Passes that have not got on for so long, and that have no job any more. */
export async function findStale(minutes: number): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `select r.id from reflections r where r.status = 'processing' and r.updated_at < now() - make_interval(mins => $1)
       and ${noJobSql(reflect, 'reflectionId', 'r.id::text')} order by r.updated_at limit 100`,
    [minutes],
  );
  return rows.map(({ id }) => id);
}
