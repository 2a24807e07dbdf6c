import type { JobWithMetadata } from 'pg-boss';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { extractMemories } from '@/lib/memories/jobs';
import { closeDatabase, pool } from '@/lib/platform/database';
import { log } from '@/lib/platform/log';
import { callApi } from '@/tests/api';
import type { QueueWork } from './queues';
import { runJob } from './run-job';

const job = extractMemories as unknown as QueueWork['job'];
const tryOf = (retryCount: number) => ({ id: 'job-1', data: {}, retryCount, retryLimit: 4 }) as JobWithMetadata<object>;
const fail = () => Promise.reject(new Error('no answer'));
const succeed = () => Promise.resolve();

/** What an operator reads of the job at `GET /api/metrics`. */
async function scraped(outcome: string): Promise<number> {
  const text = await (await callApi('GET', '/api/metrics')).text();
  const line = text.split('\n').find((candidate) => candidate.startsWith(`selfclaw_jobs_total{job="${job.name}",outcome="${outcome}"}`));
  return Number(line?.split(' ').at(-1) ?? 0);
}

afterAll(closeDatabase);

describe('a job that fails', () => {
  test('is said to be tried again while it will be', async () => {
    const warn = vi.spyOn(log(), 'warn').mockImplementation(() => undefined);
    await expect(runJob({ job, handle: fail }, tryOf(3))).rejects.toThrow('no answer');
    expect(warn).toHaveBeenCalledWith(expect.objectContaining({ jobId: 'job-1' }), expect.stringContaining('tried again'));
    await expect.poll(() => scraped('failed')).toBe(1);
  });

  test('at its last try is told as an error and counted as given up', async () => {
    const error = vi.spyOn(log(), 'error').mockImplementation(() => undefined);
    await expect(runJob({ job, handle: fail }, tryOf(4))).rejects.toThrow('no answer');
    expect(error).toHaveBeenCalledWith(expect.objectContaining({ job: job.name }), expect.stringContaining('dead letters'));
    await expect.poll(() => scraped('given-up')).toBe(1);
  });
});

describe('jobs that are done', () => {
  test('by several workers at once are each counted, where the web process is asked', async () => {
    await Promise.all(Array.from({ length: 20 }, () => runJob({ job, handle: succeed }, tryOf(0))));
    await expect.poll(() => scraped('completed')).toBe(20);
  });

  test('stay done when they cannot be counted, and the metrics then say what was read last', async () => {
    const before = await scraped('completed');
    vi.spyOn(log(), 'warn').mockImplementation(() => undefined);
    vi.spyOn(pool(), 'query').mockImplementation(() => {
      throw new Error('away');
    });
    await runJob({ job, handle: succeed }, tryOf(0));
    expect(await scraped('completed')).toBe(before);
  });
});
