import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase, pool } from '@/lib/platform/database';
import { JOB_SCHEMA } from '@/lib/platform/job-definition';
import { closeJobs, enqueue } from '@/lib/platform/jobs';
import { readAll, readImport, remember, storeImport } from '@/tests/memory-imports';
import { createOwnedAgent, type TestAgent } from '@/tests/owned-agent';
import { createWordEmbedder, replaceModels } from '@/tests/word-embedder';
import { handleReadMemoryImport, sweepMemoryImports } from './job-handlers';
import { readMemoryImport } from './jobs';
import { discardMemoryImport } from './service';

let agent: TestAgent;
beforeEach(async () => {
  replaceModels({ embedder: createWordEmbedder() });
  agent = await createOwnedAgent();
});
afterAll(async () => {
  await closeJobs();
  await closeDatabase();
});

const store = (messages: readonly string[]) => storeImport(agent, messages);
const page = (importId: string) => readImport(agent, importId);
const candidates = async (importId: string) => (await page(importId)).candidates;
const jobs = async (importId: string) =>
  (await pool().query(`select 1 from ${JOB_SCHEMA}.job where name = 'memories-import' and data ->> 'importId' = $1`, [importId])).rowCount;

describe('a worker', () => {
  const messages = Array.from({ length: 120 }, (_, index) => remember(`I own book ${index % 70}`));

  async function work(importId: string, deadAt: string): Promise<string | null> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'tests/importing-process.ts', importId, deadAt], {
      env: process.env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect(code ?? 0).toBe(0);
    return signal;
  }

  test('that is killed before and after each batch leaves an import that is read once', async () => {
    const id = await store(messages);
    for (const deadAt of ['read', 'stored']) expect(await work(id, deadAt)).toBe('SIGKILL');
    expect((await page(id)).import).toMatchObject({ status: 'reading', messagesRead: 50 });
    // The same job comes again, to another worker.
    await handleReadMemoryImport({ importId: id });
    const found = await candidates(id);
    expect((await page(id)).import).toMatchObject({ status: 'ready', messagesRead: 120, candidates: 70 });
    expect(found.reduce((sum, { mentions }) => sum + mentions, 0)).toBe(120);
    await handleReadMemoryImport({ importId: id });
    expect(await candidates(id)).toEqual(found);
  });

  test('two at once, and jobs that come twice, count nothing twice', async () => {
    const id = await store(messages);
    await Promise.all(Array.from({ length: 4 }, () => handleReadMemoryImport({ importId: id })));
    await handleReadMemoryImport({ importId: id });
    expect((await page(id)).import).toMatchObject({ status: 'ready', candidates: 70 });
    expect((await candidates(id)).reduce((sum, { mentions }) => sum + mentions, 0)).toBe(120);
  });

  test('leaves what its share of time does not suffice for to another job', async () => {
    const id = await store(messages);
    for (const read of [50, 100, 120]) {
      await handleReadMemoryImport({ importId: id }, { shareMs: 0 });
      expect((await page(id)).import.messagesRead).toBe(read);
    }
    expect(await jobs(id)).toBe(2);
    expect((await page(id)).import.status).toBe('ready');
  });

  test('that fails at every try, or that nobody follows, ends the import without its texts', async () => {
    const broken = { ...createWordEmbedder(), embed: () => Promise.reject(new Error('no encoder')) };
    const id = await store([remember('I like tea')]);
    replaceModels({ embedder: broken });
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await expect(handleReadMemoryImport({ importId: id })).rejects.toThrow('no encoder');
      expect((await page(id)).import.status).toBe(attempt < 5 ? 'reading' : 'failed');
    }
    const forgotten = await store([remember('I like jazz')]);
    // As of an install that was off in the middle: its job still waits.
    const waiting = await store([remember('I like snow')]);
    await enqueue(pool(), readMemoryImport, { importId: waiting });
    await pool().query(`update memory_imports set updated_at = now() - interval '31 minutes' where id = any($1)`, [[forgotten, waiting]]);
    replaceModels({ embedder: createWordEmbedder() });
    const old = await readAll(await store([remember('I like rain')]));
    await pool().query(`update memory_imports set updated_at = now() - interval '31 days' where id = $1`, [old]);
    expect(await sweepMemoryImports()).toBe(2);
    expect((await page(forgotten)).import.status).toBe('failed');
    expect((await page(await readAll(waiting))).import).toMatchObject({ status: 'ready', candidates: 1 });
    await discardMemoryImport(agent, waiting);
    for (const table of ['memory_import_messages', 'memory_candidates']) {
      expect((await pool().query(`select 1 from ${table} where agent_id = $1`, [agent.id])).rowCount).toBe(0);
    }
    await expect(page(old)).rejects.toThrow('Import not found');
  });
});
