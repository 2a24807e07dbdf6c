import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { pool } from '@/lib/platform/database';
import type { TestAgent } from '@/tests/owned-agent';
import { MERGED, NEXT_SOUL, openReflections, readCosts, readMind, wants, wholePass } from '@/tests/reflections';
import { reflectionSteps } from './limits';
import { readReflection, startReflection } from './service';
import { undoReflection } from './undo';

let agent: TestAgent;
const server = await openReflections((made) => (agent = made));

/** A worker process that takes the pass up; the signal that ended it, or null when it came to its end. */
async function work(reflectionId: string, deadAt = ''): Promise<string | null> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/reflecting-process.ts', reflectionId, server.baseUrl, deadAt], {
    env: process.env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(code ?? 0).toBe(0);
  return signal;
}

it('a pass whose worker is killed at every step, one after the other, is whole and there once', async () => {
  server.script(...wholePass());
  const before = await readMind(agent);
  const started = await startReflection(agent, 'owner');
  if (!('reflectionId' in started)) throw new Error('it did not begin');
  const { reflectionId } = started;
  for (const step of reflectionSteps) {
    // Where a step has found something and nothing is kept of it yet: that is lost, and found again.
    const deadAt = step === 'finishing' ? 'before the end' : `found by ${step}`;
    expect(await work(reflectionId, deadAt)).toBe('SIGKILL');
    // Until its end a pass leaves no trace beside its own row.
    expect(await readMind(agent)).toEqual(before);
    expect(await readReflection(agent, reflectionId)).toMatchObject({ status: 'processing', step });
    expect((await readCosts(agent)).calls).toEqual([]);
  }
  expect(await work(reflectionId)).toBeNull();

  expect(await readReflection(agent, reflectionId)).toMatchObject({
    status: 'completed',
    memoriesBefore: 15,
    memoriesAfter: 12,
    merges: 2,
    contradictionsResolved: 1,
    soulRewritten: true,
    tasksProposed: 2,
    costUsd: '1.000000',
    mentorReport: { leftOut: [] },
  });
  const after = await readMind(agent);
  expect(after).toMatchObject({ soul: NEXT_SOUL, pending: 2 });
  expect(after.memories.filter(([, , , , , , status]) => status === 'active').map(([content]) => content)).toContain(MERGED);
  // What a model said was asked for again only where its answer was lost with the process.
  const asked = (words: string) => server.journal.filter(({ body }) => JSON.stringify(body).includes(words)).length;
  expect(Object.values(wants).map(({ promptIncludes }) => asked(promptIncludes))).toEqual([2, 2, 2, 2]);
  const costs = await readCosts(agent);
  // All that was asked counts as tokens; the price is taken once.
  expect(costs).toMatchObject({ calls: [['reflection', 8 * 460, 1_000_000]], hours: 1, day: [8 * 460, 0, 1_000_000] });
  const versions = await pool().query(`select count(*)::int as versions from soul_versions where agent_id = $1`, [agent.id]);
  expect(versions.rows[0].versions).toBe(2);
  expect(await undoReflection(agent, reflectionId, { keepChanges: false }, 'owner')).toMatchObject({ success: true, memoriesRestored: 5 });
  expect(await readMind(agent)).toEqual(before);
}, 120_000);
