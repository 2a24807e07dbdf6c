import { beforeEach, describe, expect, it } from 'vitest';
import { POST as UNDO } from '@/app/api/selfclaw/v1/hosted-agents/[id]/deep-reflection/[reflectionId]/undo/route';
import { patchMemory } from '@/lib/memories/service';
import { pool } from '@/lib/platform/database';
import { listSoulVersions, writeSoul } from '@/lib/soul/service';
import { callAs, type TestAgent } from '@/tests/owned-agent';
import { createThinker, FIRST_SOUL, MERGED, NEXT_SOUL, openReflections, readMind, wholePass } from '@/tests/reflections';
import { handleReflect } from './job-handlers';
import { listReflections, startReflection } from './service';

let agent: TestAgent;
let before: Awaited<ReturnType<typeof readMind>>;
let reflectionId: string;

const server = await openReflections((made) => (agent = made));
beforeEach(async () => {
  server.script(...wholePass());
  before = await readMind(agent);
  const started = await startReflection(agent, 'owner');
  if (!('reflectionId' in started)) throw new Error('it did not begin');
  ({ reflectionId } = started);
});

const pass = () => handleReflect({ reflectionId });
const undo = (body?: object) => callAs(agent, UNDO, { params: { reflectionId }, body });
const idOf = async (content: string) =>
  (await pool().query(`select id from memories where agent_id = $1 and content = $2`, [agent.id, content])).rows[0]?.id as string;

describe('a pass that is taken back', () => {
  it('leaves memories, soul and tasks as they were, once, and keeps its day', async () => {
    await pass();
    expect(await readMind(agent)).not.toEqual(before);
    const answers = await Promise.all([undo(), undo(), undo()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 200)?.body).toMatchObject({
      memoriesRestored: 5,
      soulRestored: true,
      tasksWithdrawn: 2,
      left: { memories: 0, soul: false, tasks: 0 },
    });
    expect(await readMind(agent)).toEqual(before);
    expect((await listSoulVersions(agent, { limit: 9, offset: 0 })).versions).toMatchObject([
      { version: 3, soul: FIRST_SOUL, author: 'owner', restoredFrom: 1 },
      { version: 2, soul: NEXT_SOUL, author: 'agent' },
      { version: 1 },
    ]);
    const list = await listReflections(agent);
    if (!('reflections' in list)) throw new Error('no list');
    const [row] = list.reflections;
    expect(row?.undoneAt).not.toBeNull();
    expect(list.currentClarityScore).toBe(row?.clarityScoreBefore);
    expect(list.next.possibleAt).not.toBeNull();
    expect((await startReflection(agent, 'owner')) as object).not.toHaveProperty('reflectionId');
  });

  it('brings the vectors of words back that it changed', async () => {
    await pass();
    await undo();
    const { rows } = await pool().query(`select data from pgboss.job where name = 'memories-embed' and data ->> 'agentId' = $1`, [
      String(agent.id),
    ]);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('leaves tasks alone that were decided meanwhile', async () => {
    await pass();
    await pool().query(`update tasks set status = 'approved', approved_at = now() where agent_id = $1 and title like 'Renew%'`, [agent.id]);
    expect((await undo()).body).toMatchObject({ tasksWithdrawn: 1, left: { tasks: 1 } });
  });
});

describe('what was changed since', () => {
  it('refuses the whole with 409 and what it is; the rest is taken back when that is asked for, and nothing is written over', async () => {
    await pass();
    await patchMemory(agent, await idOf(MERGED), { content: 'Juma has sold the workshop' }, 'owner');
    await writeSoul(agent, { soul: 'I am what my owner says.' }, 'owner');
    const mind = await readMind(agent);
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'CONFLICT', details: { memories: 2, soul: true } } });
    expect(await readMind(agent)).toEqual(mind);
    expect((await undo({ keepChanges: true })).body).toMatchObject({
      memoriesRestored: 3,
      soulRestored: false,
      tasksWithdrawn: 2,
      left: { memories: 2, soul: true, tasks: 0 },
    });
    const after = await readMind(agent);
    expect(after.soul).toBe('I am what my owner says.');
    expect(after.memories[4]?.[0]).toBe('Juma has sold the workshop');
    expect(after.memories.slice(0, 4)).toEqual(before.memories.slice(0, 4));
  });
});

describe('there is nothing to take back', () => {
  it('of a pass that goes on, nor of one of somebody else', async () => {
    expect((await undo()).status).toBe(409);
    await pass();
    const other = await createThinker([], 0);
    expect((await callAs(other, UNDO, { params: { reflectionId } })).status).toBe(404);
    expect((await readMind(agent)).soul).toBe(NEXT_SOUL);
  });
});
