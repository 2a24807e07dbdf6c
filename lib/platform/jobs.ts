import { PgBoss, type SendOptions } from 'pg-boss';
import type { z } from 'zod';
import { type Executor, pool } from './database';
import { log } from './log';

/** The schema of the queue's tables. */
export const JOB_SCHEMA = 'pgboss';

/** A kind of job: its queue's name, the shape of its data, and how often it is tried. Handlers stand in `job-handlers.ts`. */
export type JobDefinition<Data extends object = object> = {
  name: string;
  data: z.ZodType<Data>;
  retryLimit: number;
  retryDelaySeconds: number;
  expireInSeconds: number;
};

/** Declares a job. A job that failed `retryLimit + 1` times lands in the queue `dead-letter` and stands in nobody's way. */
export function defineJob<Data extends object>(
  definition: Pick<JobDefinition<Data>, 'name' | 'data'> & Partial<JobDefinition<Data>>,
): JobDefinition<Data> {
  return { retryLimit: 4, retryDelaySeconds: 5, expireInSeconds: 120, ...definition };
}

/** Where jobs end that failed at every try. */
export const DEAD_LETTER_QUEUE = 'dead-letter';

type BossHolder = typeof globalThis & { selfclawJobSender?: Promise<PgBoss> };
const holder = globalThis as BossHolder;

const executorOf = (executor: Executor) => ({
  executeSql: (text: string, values?: unknown[]) => executor.query(text, values),
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

/** Creates the queue's tables and the queues of `definitions`; safe to repeat, and part of every migration run. */
export async function installJobs(connectionString: string, definitions: readonly JobDefinition[]): Promise<void> {
  const boss = new PgBoss({ connectionString, schema: JOB_SCHEMA, max: 2, supervise: false, schedule: false });
  boss.on('error', (error) => log().warn({ error }, 'the job queue reported an error'));
  await boss.start();
  try {
    await boss.createQueue(DEAD_LETTER_QUEUE, { retryLimit: 0 });
    for (const definition of definitions) {
      const settings = {
        retryLimit: definition.retryLimit,
        retryDelay: definition.retryDelaySeconds,
        retryBackoff: true,
        expireInSeconds: definition.expireInSeconds,
        deadLetter: DEAD_LETTER_QUEUE,
      };
      await boss.createQueue(definition.name, settings);
      await boss.updateQueue(definition.name, settings);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** Closes the sending side. */
export async function closeJobs(): Promise<void> {
  const open = holder.selfclawJobSender;
  holder.selfclawJobSender = undefined;
  await (await open?.catch(() => undefined))?.stop({ graceful: false });
}
