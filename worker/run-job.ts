import type { JobWithMetadata } from 'pg-boss';
import { log } from '@/lib/platform/log';
import { countWork } from '@/lib/platform/work-counts';
import type { QueueWork } from './queues';

/**
 * Runs one try of a job, counts how it ended, and says in the log whether another try follows.
 *
 * @throws what the handler threw, so that the queue tries again or lays the job into the dead letters
 */
export async function runJob({ job, handle }: Pick<QueueWork, 'job' | 'handle'>, received: JobWithMetadata<object>): Promise<void> {
  const count = (outcome: string) => countWork({ kind: 'job', name: job.name, outcome, count: 1 });
  try {
    await handle(received.data);
  } catch (error) {
    const isLastTry = received.retryCount >= received.retryLimit;
    const details = { error, job: job.name, jobId: received.id };
    if (isLastTry) log().error(details, 'a job failed at every try and lies in the dead letters');
    else log().warn(details, 'a job failed and will be tried again');
    await count(isLastTry ? 'given-up' : 'failed');
    throw error;
  }
  await count('completed');
}
