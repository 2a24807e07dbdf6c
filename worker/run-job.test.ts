import type { JobWithMetadata } from 'pg-boss';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { extractMemories } from '@/lib/memories/jobs';
import { log } from '@/lib/platform/log';
import { metrics } from '@/lib/platform/metrics';
import type { QueueWork } from './queues';
import { runJob } from './run-job';

const job = extractMemories as unknown as QueueWork['job'];
const tryOf = (retryCount: number) => ({ id: 'job-1', data: {}, retryCount, retryLimit: 4 }) as JobWithMetadata<object>;
const handle = () => Promise.reject(new Error('no answer'));
const counted = async (outcome: string) =>
  (await metrics().jobs.get()).values.find(({ labels }) => labels.outcome === outcome && labels.job === job.name)?.value ?? 0;

afterEach(() => vi.restoreAllMocks());

describe('a job that fails', () => {
  test('is said to be tried again while it will be', async () => {
    const warn = vi.spyOn(log(), 'warn').mockImplementation(() => undefined);
    await expect(runJob({ job, handle }, tryOf(3))).rejects.toThrow('no answer');
    expect(warn).toHaveBeenCalledWith(expect.objectContaining({ jobId: 'job-1' }), expect.stringContaining('tried again'));
    expect(await counted('failed')).toBe(1);
  });

  test('at its last try is told as an error and counted as given up', async () => {
    const error = vi.spyOn(log(), 'error').mockImplementation(() => undefined);
    await expect(runJob({ job, handle }, tryOf(4))).rejects.toThrow('no answer');
    expect(error).toHaveBeenCalledWith(expect.objectContaining({ job: job.name }), expect.stringContaining('dead letters'));
    expect(await counted('given-up')).toBe(1);
  });
});
