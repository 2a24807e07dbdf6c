process.env.SELFCLAW_PROCESS ??= 'worker';

import { type JobWithMetadata, PgBoss } from 'pg-boss';
import { closeRuntime } from '@/lib/llm/runtime';
import { closeDatabase } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { endOnFaults } from '@/lib/platform/faults';
import { JOB_SCHEMA } from '@/lib/platform/job-definition';
import { closeJobs } from '@/lib/platform/jobs';
import { log } from '@/lib/platform/log';
import { endWithParent, tellParent } from '@/lib/platform/parent';
import { queues } from './queues';
import { runJob } from './run-job';
import { startSweeps } from './sweeps';

const POLLING_SECONDS = 1;
/** How often the queue looks for jobs whose worker died. */
const SUPERVISE_SECONDS = 6;
const STOP_TIMEOUT_MS = 4_000;
const RETRY_MS = 1_000;

async function startQueue(): Promise<PgBoss> {
  for (;;) {
    const boss = new PgBoss({
      connectionString: env().DATABASE_URL,
      schema: JOB_SCHEMA,
      max: 4,
      application_name: 'selfclaw-worker-queue',
      migrate: false,
      superviseIntervalSeconds: SUPERVISE_SECONDS,
      // Shorter than the beat of the looks: one that comes a moment early would else pass for one too many, and every second be left out.
      monitorIntervalSeconds: SUPERVISE_SECONDS - 1,
    });
    boss.on('error', (error) => log().warn({ error }, 'the job queue reported an error'));
    try {
      return await boss.start();
    } catch (error) {
      log().warn({ error }, 'the job queue is not reachable yet');
      await boss.stop({ graceful: false }).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

async function serveQueues(boss: PgBoss): Promise<void> {
  for (const work of queues) {
    await boss.work(
      work.job.name,
      { pollingIntervalSeconds: POLLING_SECONDS, batchSize: 1, localConcurrency: work.concurrency, includeMetadata: true },
      async ([received]: JobWithMetadata<object>[]) => received && runJob(work, received),
    );
  }
}

async function main(): Promise<void> {
  endOnFaults();
  const running: { boss?: PgBoss } = {};
  const stopSweeps = startSweeps();
  endWithParent(async (reason) => {
    log().info({ reason }, 'the worker ends');
    stopSweeps();
    await running.boss?.stop({ graceful: true, timeout: STOP_TIMEOUT_MS });
    await closeRuntime();
    await closeJobs();
    await closeDatabase();
  });
  running.boss = await startQueue();
  await serveQueues(running.boss);
  log().info({ queues: queues.map((queue) => queue.job.name) }, 'the worker works');
  tellParent({ type: 'ready' });
}

main().catch((error: unknown) => {
  log().fatal({ error }, 'the worker could not start');
  process.exit(1);
});
