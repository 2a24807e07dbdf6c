import type { OwnedAgent } from '@/lib/auth/principal';
import { pool } from '@/lib/platform/database';
import { insertJobSql } from '@/lib/platform/jobs';
import { rewriteSoul } from './jobs';
import type { SoulRow } from './queries';

/** Below this the agent knows its owner too little to say who it is. */
const LEAST_USER_MESSAGES = 8;
const LEAST_MEMORIES = 3;
/** From the beginning of one rewrite to the next, whatever became of it. */
const PAUSE = `interval '24 hours'`;

/** Whether a soul `s` may be rewritten now, but for the pause. */
const KNOWS_ENOUGH = `(select g.user_messages from agent_growth g where g.agent_id = s.agent_id) >= ${LEAST_USER_MESSAGES}
  and (select count(*) from (select 1 from memories m where m.agent_id = s.agent_id and m.status = 'active' limit ${LEAST_MEMORIES}) known) >= ${LEAST_MEMORIES}`;

const IS_RESTED = `(s.rewrite_begun_at is null or s.rewrite_begun_at <= now() - ${PAUSE})`;

/**
 * Puts a rewrite into its queue when one may be due; one cheap look at the agent's rows otherwise. The job decides.
 *
 * @returns whether there is a job
 */
export async function enqueueDueRewrite(agent: OwnedAgent): Promise<boolean> {
  const { rowCount } = await pool().query({
    name: 'soul-rewrite-enqueue',
    text: `with due as (
             select s.agent_id from souls s where s.agent_id = $1 and s.owner_id = $2 and ${IS_RESTED} and ${KNOWS_ENOUGH}
           )
           ${insertJobSql(rewriteSoul, 'due', `jsonb_build_object('agentId', due.agent_id::text, 'attemptId', gen_random_uuid()::text)`)}`,
    values: [agent.id, agent.ownerId],
  });
  return (rowCount ?? 0) > 0;
}

/**
 * Begins a rewrite, or takes up one that was begun under the same id and is still open: one conditional statement, so that any number
 * of jobs begins one rewrite in 24 hours.
 *
 * @returns the soul to begin from; undefined when it is not the time, or the agent knows too little
 */
export async function claimRewrite(agent: OwnedAgent, attemptId: string): Promise<SoulRow | undefined> {
  const { rows } = await pool().query<SoulRow>({
    name: 'soul-rewrite-claim',
    text: `update souls s set rewrite_attempt = $3::uuid,
             rewrite_begun_at = case when s.rewrite_attempt = $3 then s.rewrite_begun_at else now() end
           where s.agent_id = $1 and s.owner_id = $2 and (s.rewrite_attempt = $3 or ${IS_RESTED}) and ${KNOWS_ENOUGH}
           returning content, version, updated_at as "updatedAt"`,
    values: [agent.id, agent.ownerId, attemptId],
  });
  return rows[0];
}

/** Ends a rewrite that leaves the soul as it is. */
export async function endRewrite(agent: OwnedAgent, attemptId: string): Promise<void> {
  await pool().query(`update souls set rewrite_attempt = null where agent_id = $1 and owner_id = $2 and rewrite_attempt = $3`, [
    agent.id,
    agent.ownerId,
    attemptId,
  ]);
}

/** What a rewrite is made from: the memories that matter most, and what the owner said last, the newest first. */
export type RewriteMaterial = { memories: string[]; messages: string[] };

const MEMORIES_SHOWN = 40;
const MESSAGES_SHOWN = 16;

export async function readRewriteMaterial(agent: OwnedAgent): Promise<RewriteMaterial> {
  const { rows } = await pool().query<RewriteMaterial>({
    name: 'soul-rewrite-material',
    text: `select array(
               select content from memories where agent_id = $1 and owner_id = $2 and status = 'active'
               order by pinned desc, importance desc, mention_count desc, last_mentioned_at desc limit ${MEMORIES_SHOWN}) as memories,
             array(
               select content from messages where agent_id = $1 and owner_id = $2 and role = 'user' and superseded_at is null
               order by created_at desc, id desc limit ${MESSAGES_SHOWN}) as messages`,
    values: [agent.id, agent.ownerId],
  });
  return rows[0] ?? { memories: [], messages: [] };
}
