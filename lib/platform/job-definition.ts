import type { z } from 'zod';

/** The schema of the queue's tables. */
export const JOB_SCHEMA = 'pgboss';

/** A kind of job: its queue's name, the shape of its data, and how often it is tried. Handlers stand in `job-handlers.ts`. */
export type JobDefinition<Data extends object = object> = {
  name: string;
  data: z.ZodType<Data>;
  retryLimit: number;
  retryDelaySeconds: number;
  expireInSeconds: number;
  /** A worker that works on the job says so more often than this; when it has not, it died and the job is tried again. */
  heartbeatSeconds: number;
};

/** Declares a job. A job that failed `retryLimit + 1` times lands in the queue `dead-letter` and stands in nobody's way. */
export function defineJob<Data extends object>(
  definition: Pick<JobDefinition<Data>, 'name' | 'data'> & Partial<JobDefinition<Data>>,
): JobDefinition<Data> {
  return { retryLimit: 4, retryDelaySeconds: 5, expireInSeconds: 120, heartbeatSeconds: 20, ...definition };
}

/** Where jobs end that failed at every try. */
export const DEAD_LETTER_QUEUE = 'dead-letter';
