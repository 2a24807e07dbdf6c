import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { extractMemories } from '@/lib/memories/jobs';
import { closeDatabase, pool } from './database';
import { defineJob } from './job-definition';
import { insertJobSql } from './jobs';

afterAll(closeDatabase);

async function insertOne(job: Parameters<typeof insertJobSql>[0]): Promise<void> {
  await pool().query(`with source as (select gen_random_uuid()::text as id),
    job as (${insertJobSql(job, 'source', `jsonb_build_object('replyId', source.id)`)}) select 1`);
}

test('a job of a statement has the settings of its queue', async () => {
  await insertOne(extractMemories);
  const { rows } = await pool().query<{ retries: number; heartbeat: number }>(
    `select retry_limit as retries, heartbeat_seconds as heartbeat from pgboss.job where name = $1 order by created_on desc limit 1`,
    [extractMemories.name],
  );
  expect(rows).toEqual([{ retries: extractMemories.retryLimit, heartbeat: extractMemories.heartbeatSeconds }]);
});

test('a statement whose job has no queue is undone and says so', async () => {
  await expect(insertOne(defineJob({ name: 'no-such-queue', data: z.object({}) }))).rejects.toThrow();
});
