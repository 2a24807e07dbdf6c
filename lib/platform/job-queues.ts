import { PgBoss } from 'pg-boss';
import { DEAD_LETTER_QUEUE, JOB_SCHEMA, type JobDefinition } from './job-definition';
import { log } from './log';

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
        heartbeatSeconds: definition.heartbeatSeconds,
        deadLetter: DEAD_LETTER_QUEUE,
      };
      await boss.createQueue(definition.name, settings);
      await boss.updateQueue(definition.name, settings);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
