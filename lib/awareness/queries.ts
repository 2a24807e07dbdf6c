import type { OwnedAgent } from '@/lib/auth/principal';
import { pool } from '@/lib/platform/database';
import type { Interactions } from './phases';

export type AwarenessRow = Interactions & {
  premiumModel: string | null;
  tokensUsed: number;
  tokensReserved: number;
  hasWallet: boolean;
  hasToken: boolean;
  hasIdentity: boolean;
};

/** Everything that an agent's awareness is made of, from one statement. Undefined when the agent is gone. */
export async function readAwarenessRow(agent: OwnedAgent, day: string): Promise<AwarenessRow | undefined> {
  const { rows } = await pool().query<AwarenessRow>({
    name: 'awareness-read',
    // Token and identity are on chain exactly when the event of it was written with them.
    text: `select a.premium_model as "premiumModel", coalesce(g.user_messages, 0) as "userMessages",
                  coalesce(g.user_characters, 0)::float8 as "userCharacters", coalesce(g.conversations, 0) as conversations,
                  (select count(*)::int from memories m where m.agent_id = a.id and m.status = 'active') as memories,
                  coalesce(q.used, 0) as "tokensUsed", coalesce(q.reserved, 0) as "tokensReserved",
                  exists (select 1 from agent_wallets w where w.agent_id = a.id) as "hasWallet",
                  exists (select 1 from agent_events e where e.agent_id = a.id and e.type in ('token_deployment', 'token_registered')) as "hasToken",
                  exists (select 1 from agent_events e where e.agent_id = a.id and e.type = 'erc8004_registered') as "hasIdentity"
           from agents a left join agent_growth g on g.agent_id = a.id left join token_quotas q on q.agent_id = a.id and q.day = $3::date
           where a.id = $1 and a.owner_id = $2`,
    values: [agent.id, agent.ownerId, day],
  });
  return rows[0];
}

const DONE = `status in ('approved', 'completed')`;
/** When a task counts as done: when it ended, or else was approved. */
const DONE_DAY = `(coalesce(completed_at, approved_at, created_at) at time zone 'UTC')::date`;

/** Tasks of a month that were approved or completed, by type, and on how many days there was one. */
export async function readMonthTasks(agent: OwnedAgent, month: Date): Promise<{ taskType: string; count: number; activeDays: number }[]> {
  const { rows } = await pool().query<{ taskType: string; count: number; activeDays: number }>({
    name: 'growth-month',
    text: `with done as (
             select task_type, ${DONE_DAY} as day from tasks
             where agent_id = $1 and owner_id = $2 and ${DONE} and ${DONE_DAY} >= $3::date and ${DONE_DAY} < $3::date + interval '1 month'
           )
           select task_type as "taskType", count(*)::int as count, (select count(distinct day)::int from done) as "activeDays"
           from done group by task_type order by count desc, task_type`,
    values: [agent.id, agent.ownerId, month.toISOString().slice(0, 10)],
  });
  return rows;
}

export type DayRow = { day: string; messages: number; memories: number; tasks: number };

/** What happened on each UTC day from `first` on that had anything. */
export async function readDays(agent: OwnedAgent, first: Date): Promise<DayRow[]> {
  const { rows } = await pool().query<DayRow>({
    name: 'growth-days',
    text: `select to_char(day, 'YYYY-MM-DD') as day, sum(messages)::int as messages, sum(memories)::int as memories, sum(tasks)::int as tasks
           from (
             select (created_at at time zone 'UTC')::date as day, count(*) as messages, 0 as memories, 0 as tasks from messages
             where agent_id = $1 and owner_id = $2 and created_at >= $3 and role = 'user' group by 1
             union all
             select (created_at at time zone 'UTC')::date, 0, count(*), 0 from memories
             where agent_id = $1 and owner_id = $2 and status in ('active', 'superseded') and created_at >= $3 group by 1
             union all
             select ${DONE_DAY}, 0, 0, count(*) from tasks where agent_id = $1 and owner_id = $2 and ${DONE} and ${DONE_DAY} >= ($3 at time zone 'UTC')::date group by 1
           ) parts
           group by 1`,
    values: [agent.id, agent.ownerId, first],
  });
  return rows;
}

/**
 * Consecutive UTC days with a message of the owner or a task done, ending with `today`: one look into an index for each of them.
 */
export async function readStreak(agent: OwnedAgent, today: string): Promise<number> {
  const { rows } = await pool().query<{ streak: number }>({
    name: 'growth-streak',
    text: `with recursive done as materialized (
             select distinct ${DONE_DAY} as day from tasks where agent_id = $1 and owner_id = $2 and ${DONE}
           ), run (day, length) as (
             select $3::date, 0
             union all
             select run.day - 1, run.length + 1 from run
             where exists (select 1 from done where done.day = run.day)
                or exists (select 1 from messages m where m.agent_id = $1 and m.owner_id = $2 and m.role = 'user'
                             and m.created_at >= run.day::timestamp at time zone 'UTC' and m.created_at < (run.day + 1)::timestamp at time zone 'UTC')
           )
           select max(length)::int as streak from run`,
    values: [agent.id, agent.ownerId, today],
  });
  return rows[0]?.streak ?? 0;
}
