import { describe, expect, it } from 'vitest';
import { pool } from '@/lib/platform/database';
import { isRefusal } from '@/lib/platform/errors';
import { JOB_SCHEMA } from '@/lib/platform/job-definition';
import type { TestAgent } from '@/tests/owned-agent';
import { openReflections, readCosts, readMind, wants, wholePass } from '@/tests/reflections';
import { handleReflect, sweepReflections } from './job-handlers';
import { reflect } from './jobs';
import { listReflections, readReflection, startReflection } from './service';

let agent: TestAgent;
const server = await openReflections((made) => (agent = made));

async function begin(): Promise<string> {
  const started = await startReflection(agent, 'owner');
  if (isRefusal(started)) throw started.error;
  return started.reflectionId;
}
async function read(reflectionId: string) {
  const reflection = await readReflection(agent, reflectionId);
  if (isRefusal(reflection)) throw reflection.error;
  return reflection;
}
async function pass(): Promise<string> {
  const reflectionId = await begin();
  await handleReflect({ reflectionId });
  return reflectionId;
}
const leftOut = async (reflectionId: string) => (await read(reflectionId)).mentorReport?.leftOut.map(({ part, why }) => [part, why]);

describe('a provider that fails', () => {
  it('is waited for, and given up at the third try without what it would have said', async () => {
    server.script({ when: wants.judgement, fault: { kind: 'status', status: 503 }, times: 0 }, ...wholePass().slice(1));
    const reflectionId = await begin();
    for (let index = 0; index < 2; index += 1) await expect(handleReflect({ reflectionId })).rejects.toThrow('waits for its model');
    expect(await read(reflectionId)).toMatchObject({ status: 'processing', step: 'judging' });
    await handleReflect({ reflectionId });
    expect(await read(reflectionId)).toMatchObject({ status: 'completed', merges: 1, soulRewritten: true, costUsd: '1.000000' });
  });

  it('for everything costs nothing', async () => {
    server.script({ fault: { kind: 'status', status: 401 }, times: 0 });
    const reflectionId = await pass();
    expect(await read(reflectionId)).toMatchObject({ status: 'completed', merges: 1, costUsd: '0.000000' });
    expect((await leftOut(reflectionId))?.map(([, why]) => why)).toEqual(['no-answer', 'no-answer', 'no-answer', 'no-answer']);
    expect(await readCosts(agent)).toMatchObject({ day: [0, 0, 0] });
  });

  it('leaves out what the tokens that are held do not cover, and takes no more than these', async () => {
    const usage = { inputTokens: 22_000, outputTokens: 1_000 };
    server.script(...wholePass({ usage }));
    const reflectionId = await pass();
    expect(await read(reflectionId)).toMatchObject({ tokensUsed: 23_000, soulRewritten: false, tasksProposed: 0 });
    expect(await leftOut(reflectionId)).toEqual([
      ['soul', 'tokens'],
      ['tasks', 'tokens'],
    ]);
  });
});

describe('a pass that fails', () => {
  it('at every try ends as failed, with nothing changed, nothing to pay, and the next one possible', async () => {
    server.script(...wholePass());
    const mind = await readMind(agent);
    const reflectionId = await begin();
    const failing = () =>
      handleReflect({ reflectionId }, (place) => {
        if (place === 'before the end') throw new Error('the disk is full');
      });
    for (let attempt = 0; attempt <= reflect.retryLimit; attempt += 1) await expect(failing()).rejects.toThrow('the disk is full');
    expect(await read(reflectionId)).toMatchObject({ status: 'failed', error: expect.stringContaining('every try'), mentorReport: null });
    expect(await readMind(agent)).toEqual(mind);
    // The tokens were taken, the price is not.
    expect(await readCosts(agent)).toMatchObject({ calls: [['reflection', 4 * 460, 0]], day: [4 * 460, 0, 0] });
    expect(await listReflections(agent)).toMatchObject({ next: { possibleAt: null } });
    await begin();
  });

  it('because no job is left is ended by the sweep, and one that waited for an install that was off is not', async () => {
    const reflectionId = await begin();
    await pool().query(`update reflections set updated_at = now() - interval '31 minutes' where id = $1`, [reflectionId]);
    expect(await sweepReflections()).toBe(0);
    await pool().query(`delete from ${JOB_SCHEMA}.job where name = $1 and data ->> 'reflectionId' = $2`, [reflect.name, reflectionId]);
    expect(await sweepReflections()).toBe(1);
    expect(await read(reflectionId)).toMatchObject({ status: 'failed', error: expect.stringContaining('interrupted') });
    expect((await readCosts(agent)).day).toEqual([0, 0, 0]);
    await begin();
  });
});
