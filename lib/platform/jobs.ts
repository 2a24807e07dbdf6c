import { PgBoss, type SendOptions } from 'pg-boss';
import { sha256 } from './crypto';
import { type Executor, pool } from './database';
import { type JobDefinition, JOB_SCHEMA } from './job-definition';
import { log } from './log';

type BossHolder = typeof globalThis & { selfclawJobSender?: Promise<PgBoss> };
const holder = globalThis as BossHolder;

const statementNames = new Map<string, string>();

// pg-boss writes one long statement a queue; under a name it is parsed and planned once a connection instead of at every job.
function nameOf(text: string): string {
  const name = statementNames.get(text) ?? `job-${sha256(text).toString('hex').slice(0, 16)}`;
  statementNames.set(text, name);
  return name;
}

const executorOf = (executor: Executor) => ({
  executeSql: (text: string, values?: unknown[]) => executor.query(values?.length ? { name: nameOf(text), text, values } : text),
});

async function startSender(): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: (text: string, values?: unknown[]) => pool().query(text, values) },
    schema: JOB_SCHEMA,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  boss.on('error', (error) => log().warn({ error }, 'the job queue reported an error'));
  return boss.start();
}

function sender(): Promise<PgBoss> {
  holder.selfclawJobSender ??= startSender().catch((error: unknown) => {
    holder.selfclawJobSender = undefined;
    throw error;
  });
  return holder.selfclawJobSender;
}

/** Opens the sending side ahead of the first {@link enqueue}. */
export async function warmJobs(): Promise<void> {
  await sender();
}

/**
 * Puts a job into its queue with the caller's transaction, so that the job exists exactly when the row does.
 *
 * @param options pg-boss's options: `startAfter`, `singletonKey`, `priority`, …
 */
export async function enqueue<Data extends object>(
  executor: Executor,
  job: JobDefinition<Data>,
  data: Data,
  options: SendOptions = {},
): Promise<void> {
  const boss = await sender();
  await boss.send(job.name, data, { ...options, db: executorOf(executor) });
}

/**
 * SQL that puts a job of `job`'s kind into its queue for each row of `source`, as one part (`name as (…)`) of a statement that also
 * writes what the job is about: one round trip where {@link enqueue} needs a transaction. The queue's settings count; there are no options.
 *
 * @param source a relation of the statement
 * @param data SQL of the job's data, a `jsonb`, over the columns of `source`
 * @throws with the whole statement undone, when there is no such queue
 */
export function insertJobSql(job: JobDefinition, source: string, data: string): string {
  return `insert into ${JOB_SCHEMA}.job (name, data, expire_seconds, deletion_seconds, keep_until, retry_limit, retry_delay, retry_backoff,
            retry_delay_max, policy, dead_letter, heartbeat_seconds)
          select '${job.name}', ${data}, q.expire_seconds, q.deletion_seconds, now() + q.retention_seconds * interval '1 second', q.retry_limit,
            q.retry_delay, q.retry_backoff, q.retry_delay_max, q.policy, q.dead_letter, q.heartbeat_seconds
          from ${source} left join ${JOB_SCHEMA}.queue q on q.name = '${job.name}'`;
}

/**
 * SQL that is true where no job of `job`'s kind waits or runs whose data has `value` under `key`. What is under way for long is given up by
 * this, not by its age: the install may have been off meanwhile, and goes on where it was.
 *
 * @param value SQL, a `text`
 */
export function noJobSql<Data extends object>(job: JobDefinition<Data>, key: keyof Data & string, value: string): string {
  return `not exists (select 1 from ${JOB_SCHEMA}.job j where j.name = '${job.name}' and j.data ->> '${key}' = ${value}
            and j.state in ('created', 'retry', 'active'))`;
}

/** Closes the sending side. */
export async function closeJobs(): Promise<void> {
  const open = holder.selfclawJobSender;
  holder.selfclawJobSender = undefined;
  await (await open?.catch(() => undefined))?.stop({ graceful: false });
}
