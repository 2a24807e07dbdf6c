import type { OwnedAgent } from '@/lib/auth/principal';
import { pool } from '@/lib/platform/database';
import { DEAD_LETTER_QUEUE, JOB_SCHEMA } from '@/lib/platform/job-definition';

/** How long a worker may be silent before it counts as gone; it writes every ten seconds. */
export const WORKER_SILENCE_SECONDS = 60;

const FORGET_WORKERS_AFTER = '1 day';

/** Says that a worker process lives, and forgets those that are long gone. */
export async function writeHeartbeat(workerId: string): Promise<void> {
  await pool().query({
    name: 'worker-heartbeat',
    text: `with gone as (delete from worker_heartbeats where seen_at < now() - interval '${FORGET_WORKERS_AFTER}' and id <> $1)
           insert into worker_heartbeats (id) values ($1) on conflict (id) do update set seen_at = now()`,
    values: [workerId],
  });
}

export type WorkerRow = { seenAt: Date | null; startedAt: Date | null; processes: number };

/** The newest sign of life of any worker, and how many live. */
export async function readWorkers(): Promise<WorkerRow> {
  const { rows } = await pool().query<WorkerRow>({
    name: 'worker-state',
    text: `select max(seen_at) as "seenAt", (array_agg(started_at order by seen_at desc))[1] as "startedAt",
                  (count(*) filter (where seen_at > now() - make_interval(secs => $1)))::int as processes
           from worker_heartbeats`,
    values: [WORKER_SILENCE_SECONDS],
  });
  return rows[0] ?? { seenAt: null, startedAt: null, processes: 0 };
}

export type AgentHealthRow = {
  premiumModel: string | null;
  used: number;
  reserved: number;
  lastStatus: string | null;
  lastErrorCode: string | null;
  lastError: string | null;
  lastModel: string | null;
  lastAt: Date | null;
  pausedAt: Date | null;
};

/** What may keep an agent from answering: its day's tokens, how its last reply ended, and since when it is paused. */
export async function readAgentHealth(agent: OwnedAgent, day: string): Promise<AgentHealthRow | undefined> {
  const { rows } = await pool().query<AgentHealthRow>({
    name: 'agent-health',
    text: `select a.premium_model as "premiumModel", coalesce(q.used, 0) as used, coalesce(q.reserved, 0) as reserved,
                  r.status as "lastStatus", r.error_code as "lastErrorCode", r.error as "lastError", r.model as "lastModel",
                  coalesce(r.completed_at, r.created_at) as "lastAt",
                  case when a.status = 'paused' then (
                    select e.created_at from agent_events e where e.agent_id = a.id and e.type = 'agent_paused'
                    order by e.created_at desc limit 1) end as "pausedAt"
           from agents a
           left join token_quotas q on q.agent_id = a.id and q.day = $3::date
           left join lateral (
             select m.status, m.error_code, m.error, m.model, m.completed_at, m.created_at from messages m
             where m.agent_id = a.id and m.role = 'assistant' and m.status in ('completed', 'stopped', 'error')
             order by m.created_at desc limit 1) r on true
           where a.id = $1 and a.owner_id = $2`,
    values: [agent.id, agent.ownerId, day],
  });
  return rows[0];
}

export type InstallRow = {
  serverVersion: string;
  migrationsApplied: number;
  migrationsUnfinished: number;
  lastMigration: string | null;
  jobsWaiting: number;
  jobsRunning: number;
  jobsFailed: number;
  oldestJobAt: Date | null;
  waitingMemories: number;
};

/** What the database knows of the whole install, in one statement. */
export async function readInstall(embedderId: string): Promise<InstallRow> {
  const { rows } = await pool().query<InstallRow>({
    name: 'install-health',
    text: `select current_setting('server_version') as "serverVersion", m.*, j.*,
                  (select count(*)::int from memories where status = 'active' and embedder_id is distinct from $1) as "waitingMemories"
           from (select (count(*) filter (where finished_at is not null and rolled_back_at is null))::int as "migrationsApplied",
                        (count(*) filter (where finished_at is null and rolled_back_at is null))::int as "migrationsUnfinished",
                        max(migration_name) as "lastMigration"
                 from _prisma_migrations) m
           cross join (select (count(*) filter (where name <> $2 and state in ('created', 'retry')))::int as "jobsWaiting",
                              (count(*) filter (where state = 'active'))::int as "jobsRunning",
                              (count(*) filter (where name = $2 and state = 'created'))::int as "jobsFailed",
                              min(start_after) filter (where name <> $2 and state in ('created', 'retry')) as "oldestJobAt"
                       from ${JOB_SCHEMA}.job where state in ('created', 'retry', 'active')) j`,
    values: [embedderId, DEAD_LETTER_QUEUE],
  });
  const [row] = rows;
  if (!row) throw new Error('the database told nothing of the install');
  return row;
}
