import type { JobWithMetadata } from 'pg-boss';
import { log } from '@/lib/platform/log';
import { metrics } from '@/lib/platform/metrics';
import type { QueueWork } from './queues';

/**
 * Runs one try of a job, counts how it ended, and says in the log whether another try follows.
 *
 * @throws what the handler threw, so that the queue tries again or lays the job into the dead letters
 */
export async function runJob({ job, handle }: Pick<QueueWork, 'job' | 'handle'>, received: JobWithMetadata<object>): Promise<void> {
  try {
    await handle(received.data);
    metrics().jobs.inc({ job: job.name, outcome: 'completed' });
  } catch (error) {
    const isLastTry = received.retryCount >= received.retryLimit;
    const details = { error, job: job.name, jobId: received.id };
    metrics().jobs.inc({ job: job.name, outcome: isLastTry ? 'given-up' : 'failed' });
    if (isLastTry) log().error(details, 'a job failed at every try and lies in the dead letters');
    else log().warn(details, 'a job failed and will be tried again');
    throw error;
  }
}
