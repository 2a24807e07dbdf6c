import type { OwnedAgent } from '@/lib/auth/principal';
import { pool, type Transaction } from '@/lib/platform/database';
import type { QuotaState } from '@/lib/chat/quota';
import { insertJobSql } from '@/lib/platform/jobs';
import type { Archive, Report } from './draft';
import { reflect } from './jobs';
import { LEAST_CONVERSATIONS, LEAST_MEMORIES, PAUSE_HOURS, type ReflectionStep } from './limits';

export type ReflectionRow = {
  id: string;
  status: 'processing' | 'completed' | 'failed';
  step: ReflectionStep;
  triggeredBy: string;
  clarityBefore: number | null;
  clarityAfter: number | null;
  memoriesBefore: number | null;
  memoriesAfter: number | null;
  merges: number;
  contradictionsResolved: number;
  soulRewritten: boolean;
  tasksProposed: number;
  inputTokens: number;
  outputTokens: number;
  costMicroUsd: bigint;
  error: string | null;
  report: Report | null;
  undoneAt: Date | null;
  createdAt: Date;
  completedAt: Date | null;
};

const COLUMNS = `r.id, r.status, r.step, r.triggered_by as "triggeredBy", r.clarity_before as "clarityBefore", r.clarity_after as "clarityAfter",
  r.memories_before as "memoriesBefore", r.memories_after as "memoriesAfter", r.merges, r.contradictions_resolved as "contradictionsResolved",
  r.soul_rewritten as "soulRewritten", r.tasks_proposed as "tasksProposed", r.input_tokens as "inputTokens", r.output_tokens as "outputTokens",
  r.cost_micro_usd as "costMicroUsd", r.error, r.undone_at as "undoneAt", r.created_at as "createdAt", r.completed_at as "completedAt"`;

const known = (table: string, condition: string, least: number) =>
  `(select count(*)::int from (select 1 from ${table} k where k.agent_id = a.id and ${condition} limit ${least}) known)`;

const MEMORIES = known('memories', `k.status = 'active'`, LEAST_MEMORIES);
const CONVERSATIONS = known('conversations', 'k.message_count > 0', LEAST_CONVERSATIONS);
const IS_RESTED = `(a.reflection_begun_at is null or a.reflection_begun_at <= now() - interval '${PAUSE_HOURS} hours')`;

/**
 * Begins a pass and puts its job into the queue, in one conditional statement: the agent knows enough, a day has gone by, none is open.
 * Of any number of calls at once one begins.
 *
 * @param begin `tokens` are those that {@link holdTokens} holds for it, of `day`
 * @returns whether it began
 */
export async function beginReflection(
  tx: Transaction,
  agent: OwnedAgent,
  begin: { id: string; triggeredBy: 'owner' | 'key'; tokens: number; day: string },
): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'reflection-begin',
    text: `with claimed as (
             update agents a set reflection_begun_at = now()
             where a.id = $1::int8 and a.owner_id = $2::uuid and ${IS_RESTED}
               and ${MEMORIES} >= ${LEAST_MEMORIES} and ${CONVERSATIONS} >= ${LEAST_CONVERSATIONS}
               and not exists (select 1 from reflections r where r.agent_id = a.id and r.status = 'processing')
             returning a.id, a.owner_id, a.reflection_begun_at
           ), begun as (
             insert into reflections (id, owner_id, agent_id, triggered_by, reserved_tokens, quota_day, created_at, updated_at)
             select $3::uuid, owner_id, id, $4::text, $5::int, $6::date, reflection_begun_at, reflection_begun_at from claimed
             returning id
           )
           ${insertJobSql(reflect, 'begun', `jsonb_build_object('reflectionId', begun.id::text)`)}`,
    values: [agent.id, agent.ownerId, begin.id, begin.triggeredBy, begin.tokens, begin.day],
  });
  return rowCount === 1;
}

/**
 * Holds tokens of the day's quota, if it covers them.
 *
 * @returns undefined when they are held; else what of the day is used and held
 */
export async function holdTokens(
  tx: Transaction,
  agent: OwnedAgent,
  hold: { tokens: number; day: string; limit: number },
): Promise<QuotaState | undefined> {
  const { rowCount } = await tx.query({
    name: 'reflection-hold',
    text: `insert into token_quotas as q (agent_id, owner_id, day, reserved) select $1, $2, $3::date, $4::int where $4::int <= $5::int
           on conflict (agent_id, day) do update set reserved = q.reserved + excluded.reserved
             where q.used + q.reserved + excluded.reserved <= $5::int`,
    values: [agent.id, agent.ownerId, hold.day, hold.tokens, hold.limit],
  });
  if (rowCount === 1) return undefined;
  const { rows } = await tx.query<QuotaState>(`select used, reserved from token_quotas where agent_id = $1 and day = $2::date`, [
    agent.id,
    hold.day,
  ]);
  return rows[0] ?? { used: 0, reserved: 0 };
}

export type Readiness = {
  memories: number;
  conversations: number;
  /** When the next pass may begin, if that is not now. */
  restsUntil: Date | null;
  openId: string | null;
};

/** What stands between an agent and its next pass; undefined when there is no such agent. */
export async function readReadiness(agent: OwnedAgent): Promise<Readiness | undefined> {
  const { rows } = await pool().query<Readiness>({
    name: 'reflection-readiness',
    text: `select (select count(*)::int from memories m where m.agent_id = a.id and m.status = 'active') as memories,
                  (select count(*)::int from conversations c where c.agent_id = a.id and c.message_count > 0) as conversations,
                  case when not ${IS_RESTED} then a.reflection_begun_at + interval '${PAUSE_HOURS} hours' end as "restsUntil",
                  (select r.id from reflections r where r.agent_id = a.id and r.status = 'processing' limit 1) as "openId"
           from agents a where a.id = $1 and a.owner_id = $2`,
    values: [agent.id, agent.ownerId],
  });
  return rows[0];
}

/** The newest passes of an agent, without what they report. */
export async function findReflections(agent: OwnedAgent, limit: number): Promise<ReflectionRow[]> {
  const { rows } = await pool().query<ReflectionRow>({
    name: 'reflections-list',
    text: `select ${COLUMNS}, null as report from reflections r where r.agent_id = $1 and r.owner_id = $2 order by r.created_at desc, r.id desc limit $3`,
    values: [agent.id, agent.ownerId, limit],
  });
  return rows;
}

export async function findReflection(agent: OwnedAgent, id: string): Promise<ReflectionRow | undefined> {
  const { rows } = await pool().query<ReflectionRow>({
    name: 'reflections-one',
    text: `select ${COLUMNS}, r.report from reflections r where r.id = $3 and r.agent_id = $1 and r.owner_id = $2`,
    values: [agent.id, agent.ownerId, id],
  });
  return rows[0];
}

/** What the memories of a pass's report said before it. */
export async function findWords(agent: OwnedAgent, id: string): Promise<Map<string, string>> {
  const { rows } = await pool().query<{ id: string; content: string }>({
    name: 'reflections-words',
    text: `with pass as (
             select report, archive from reflections where id = $3 and agent_id = $1 and owner_id = $2
           ), named as (
             select (jsonb_path_query(report, '$.merged[*].keep') #>> '{}')::uuid as id from pass
             union select (jsonb_path_query(report, '$.merged[*].drop[*]') #>> '{}')::uuid from pass
             union select (jsonb_path_query(report, '$.resolved[*].keep') #>> '{}')::uuid from pass
             union select (jsonb_path_query(report, '$.resolved[*].drop[*]') #>> '{}')::uuid from pass
             union select (jsonb_path_query(report, '$.open[*].*') #>> '{}')::uuid from pass
           ), before as (
             select (m ->> 'id')::uuid as id, m #>> '{before,content}' as content from pass, jsonb_array_elements(archive -> 'memories') m
           )
           select m.id, coalesce(before.content, m.content) as content
           from named join memories m on m.id = named.id and m.agent_id = $1 left join before on before.id = m.id`,
    values: [agent.id, agent.ownerId, id],
  });
  return new Map(rows.map((row) => [row.id, row.content]));
}

/** What a pass that may be undone left, locked; undefined when there is no such pass. */
export async function lockArchive(
  tx: Transaction,
  agent: OwnedAgent,
  id: string,
): Promise<{ status: string; undoneAt: Date | null; archive: Archive | null } | undefined> {
  const { rows } = await tx.query<{ status: string; undoneAt: Date | null; archive: Archive | null }>(
    `select status, undone_at as "undoneAt", archive from reflections where id = $3 and agent_id = $1 and owner_id = $2 for update`,
    [agent.id, agent.ownerId, id],
  );
  return rows[0];
}

/** Marks a pass as taken back. It must be locked. */
export async function markUndone(tx: Transaction, id: string): Promise<void> {
  await tx.query(`update reflections set undone_at = clock_timestamp(), updated_at = clock_timestamp() where id = $1`, [id]);
}
