import { expect, test } from 'vitest';
import { queues } from '@/worker/queues';
import { jobDefinitions } from '@/lib/jobs';

test('every job that the worker serves has a queue from the start, and every queue is served', () => {
  expect(jobDefinitions.map((job) => job.name).sort()).toEqual(queues.map(({ job }) => job.name).sort());
});
