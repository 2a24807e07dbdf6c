import { describe, expect, test } from 'vitest';
import { DELETE, PATCH } from '@/app/api/selfclaw/v1/hosted-agents/[id]/memories/[memoryId]/route';
import { GET as HISTORY } from '@/app/api/selfclaw/v1/hosted-agents/[id]/memories/[memoryId]/history/route';
import { POST as UNDO } from '@/app/api/selfclaw/v1/hosted-agents/[id]/memories/[memoryId]/undo/route';
import { GET, POST } from '@/app/api/selfclaw/v1/hosted-agents/[id]/memories/route';
import { pool } from '@/lib/platform/database';
import { isRefusal } from '@/lib/platform/errors';
import { openMemories, remember } from '@/tests/memories';
import { callAs, createAgentOf, createOwnedAgent, type TestAgent } from '@/tests/owned-agent';
import { retrieveMemories } from './retrieval';
import { addMemory, forgetMemory, patchMemory, undoMemory } from './service';
import { MEMORY_LIMIT } from './schema';

let agent: TestAgent;
openMemories((made) => (agent = made));

const add = (content: string, more?: Parameters<typeof remember>[2]) => remember(agent, content, more);

const contents = (answer: { body: { memories: { content: string }[] } }) => answer.body.memories.map(({ content }) => content);

async function fill(count: number): Promise<void> {
  await pool().query(
    `insert into memories (id, owner_id, agent_id, content, category, source, search)
     select gen_random_uuid(), $1, $2, 'Filler ' || n, 'fact', 'owner', to_tsvector('simple', 'filler ' || n) from generate_series(1, $3) n`,
    [agent.ownerId, agent.id, count],
  );
}

describe('the list', () => {
  test('a fact that is added stands first, in both names of the contract, and is ready to be found', async () => {
    await callAs(agent, POST, { body: { content: 'User has a cat named Miso' } });
    const added = await callAs(agent, POST, { body: { fact: 'User likes short answers', category: 'preference', pinned: true } });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({
      success: true,
      memory: { fact: 'User likes short answers', pinned: true, mentionCount: 1, indexed: true },
    });
    const list = await callAs(agent, GET);
    expect(list.body).toMatchObject({ limit: 100, offset: 0, total: 2 });
    expect(contents(list)).toEqual(['User likes short answers', 'User has a cat named Miso']);
  });

  test('pages, categories and searches count what they find, also past the end', async () => {
    for (const [content, category] of [
      ['Lives in São Paulo', 'identity'],
      ['Anapenda kahawa', 'preference'],
      ['Runs 100% by feel', 'preference'],
    ] as const) {
      await add(content, { category });
    }
    const preferences = await callAs(agent, GET, { query: { category: 'preference', limit: '1' } });
    expect([contents(preferences), preferences.body.total]).toEqual([['Runs 100% by feel'], 2]);
    expect((await callAs(agent, GET, { query: { offset: '50' } })).body).toMatchObject({ memories: [], total: 3 });
    for (const [q, found] of [
      ['sao paulo', 'Lives in São Paulo'],
      ['SÃO', 'Lives in São Paulo'],
      ['kaha', 'Anapenda kahawa'],
      ['100%', 'Runs 100% by feel'],
    ] as const) {
      expect(contents(await callAs(agent, GET, { query: { q } })), q).toEqual([found]);
    }
    expect((await callAs(agent, GET, { query: { q: "'\\:*&|!()<->%_" } })).body.total).toBe(0);
    expect((await callAs(agent, GET, { query: { category: 'secrets' } })).status).toBe(400);
  });
});

describe('filters and orders of the list', () => {
  test('pinned, source and sort narrow and order it, and count what is left', async () => {
    await add('Old and pinned', { pinned: true });
    await add('From a key', { source: 'key', actor: 'key' });
    const edited = await add('Written by hand');
    await add('Newest');
    await pool().query(`update memories set mention_count = 7 where agent_id = $1 and content = 'From a key'`, [agent.id]);
    await patchMemory(agent, edited, { content: 'Written by hand, corrected' }, 'owner');
    const list = async (query: Record<string, string>) => {
      const answer = await callAs(agent, GET, { query });
      return [contents(answer), answer.body.total];
    };
    expect(await list({ pinned: 'true' })).toEqual([['Old and pinned'], 1]);
    expect((await list({ pinned: 'false' }))[1]).toBe(3);
    expect(await list({ source: 'key' })).toEqual([['From a key'], 1]);
    expect(await list({ sort: 'oldest', limit: '2' })).toEqual([['Old and pinned', 'From a key'], 4]);
    expect(await list({ sort: 'mentioned', limit: '1' })).toEqual([['From a key'], 4]);
    expect(await list({ sort: 'changed', limit: '1' })).toEqual([['Written by hand, corrected'], 4]);
    expect(await list({ pinned: 'true', source: 'key' })).toEqual([[], 0]);
    for (const name of ['pinned', 'source', 'sort']) {
      expect((await callAs(agent, GET, { query: { [name]: 'whatever' } })).status, name).toBe(400);
    }
  });
});

describe('changes', () => {
  test('every edit, re-filing and deletion is in the history with what was before', async () => {
    const id = await add('User lives in Porto');
    const params = { memoryId: id };
    const edited = await callAs(agent, PATCH, { params, body: { content: 'User lives in Lisbon', category: 'identity' } });
    expect(edited.body.memory).toMatchObject({ content: 'User lives in Lisbon', category: 'identity', indexed: true });
    expect((await callAs(agent, DELETE, { params })).body).toEqual({ success: true });
    expect((await callAs(agent, GET)).body.total).toBe(0);
    expect((await callAs(agent, PATCH, { params, body: { pinned: true } })).status).toBe(404);
    const { revisions } = (await callAs(agent, HISTORY, { params })).body;
    expect(revisions.map(({ kind }: { kind: string }) => kind)).toEqual(['deleted', 'edited', 'created']);
    expect(revisions[1]).toMatchObject({
      actor: 'owner',
      before: { content: 'User lives in Porto' },
      after: { content: 'User lives in Lisbon' },
    });
  });

  test('parallel edits lose nothing: the history leads from each text to the next', async () => {
    const id = await add('Version 0');
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        patchMemory(agent, id, { content: `Version ${index + 1}`, pinned: index % 2 === 0 }, 'owner'),
      ),
    );
    const { revisions } = (await callAs(agent, HISTORY, { params: { memoryId: id } })).body;
    expect(revisions).toHaveLength(13);
    for (let index = 0; index < 12; index += 1) expect(revisions[index].before).toEqual(revisions[index + 1].after);
    expect(new Set(revisions.map((revision: { after: { content: string } }) => revision.after.content)).size).toBe(13);
    expect(contents(await callAs(agent, GET))).toEqual([revisions[0].after.content]);
  });

  test('an edit to what it already says changes nothing and is not in the history', async () => {
    const id = await add('User is a nurse');
    expect((await callAs(agent, PATCH, { params: { memoryId: id }, body: { fact: 'User is a nurse' } })).status).toBe(200);
    expect((await callAs(agent, HISTORY, { params: { memoryId: id } })).body.revisions).toHaveLength(1);
  });

  test('a fact that an edit replaced is no longer found, and the new one is at once', async () => {
    const id = await add('User has a dog named Rex');
    await patchMemory(agent, id, { content: 'User keeps bees' }, 'owner');
    const [found] = await retrieveMemories(agent, 'who keeps bees?', { limit: 1 });
    expect(found).toMatchObject({ content: 'User keeps bees' });
    expect(found?.similarity).toBeGreaterThan(0.5);
    expect((await retrieveMemories(agent, 'dog Rex', { limit: 1 }))[0]?.lexical).toBe(0);
  });
});

describe('undo', () => {
  test('brings back a deleted memory and an earlier text, and is not itself undone', async () => {
    const id = await add('User drinks tea');
    const params = { memoryId: id };
    await callAs(agent, PATCH, { params, body: { content: 'User drinks coffee', pinned: true } });
    const undone = await callAs(agent, UNDO, { params });
    expect(undone.body.memory).toMatchObject({ content: 'User drinks tea', pinned: false, status: 'active', indexed: true });
    expect((await callAs(agent, UNDO, { params })).status).toBe(409);
    await callAs(agent, DELETE, { params });
    expect((await callAs(agent, UNDO, { params })).body.memory.status).toBe('active');
    expect(contents(await callAs(agent, GET, { query: { q: 'tea' } }))).toEqual(['User drinks tea']);
    const { revisions } = (await callAs(agent, HISTORY, { params })).body;
    expect(revisions.filter(({ undone }: { undone: boolean }) => undone)).toHaveLength(2);
  });

  test('of a creation takes the memory away', async () => {
    const id = await add('A mistake');
    expect((await callAs(agent, UNDO, { params: { memoryId: id } })).body.memory.status).toBe('deleted');
    expect((await callAs(agent, GET)).body.total).toBe(0);
  });

  test('pressed many times at once happens once', async () => {
    const id = await add('First text');
    await patchMemory(agent, id, { content: 'Second text' }, 'owner');
    const answers = await Promise.all(Array.from({ length: 8 }, () => undoMemory(agent, id, 'owner')));
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
    expect(contents(await callAs(agent, GET))).toEqual(['First text']);
  });

  test('does not pass the limit', async () => {
    const id = await add('One too many');
    await callAs(agent, DELETE, { params: { memoryId: id } });
    await fill(MEMORY_LIMIT);
    const answer = await callAs(agent, UNDO, { params: { memoryId: id } });
    expect([answer.status, answer.body.code]).toEqual([409, 'MEMORY_LIMIT_REACHED']);
    expect((await callAs(agent, HISTORY, { params: { memoryId: id } })).body.revisions[0]).toMatchObject({
      kind: 'deleted',
      undone: false,
    });
  });
});

describe('guards', () => {
  test('thirty facts that race for five places: five are kept', async () => {
    await fill(MEMORY_LIMIT - 5);
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        addMemory(agent, { content: `Racing fact ${index}`, category: 'fact', source: 'key', actor: 'key' }),
      ),
    );
    const refusals = answers.filter(isRefusal);
    expect(refusals).toHaveLength(25);
    expect(new Set(refusals.map(({ error }) => error.code))).toEqual(new Set(['MEMORY_LIMIT_REACHED']));
    expect((await callAs(agent, GET)).body.total).toBe(MEMORY_LIMIT);
    expect((await callAs(agent, POST, { body: { content: 'Yet another' } })).body.code).toBe('MEMORY_LIMIT_REACHED');
  });

  test('secrets are not stored, neither new nor by an edit', async () => {
    const id = await add('User works in a bank');
    const secret = 'My password is hunter2';
    const added = await callAs(agent, POST, { body: { content: secret } });
    expect([added.status, added.body.code]).toEqual([400, 'BAD_REQUEST']);
    expect((await callAs(agent, PATCH, { params: { memoryId: id }, body: { fact: secret } })).status).toBe(400);
    const { rows } = await pool().query(
      `select content from memories where agent_id = $1 union all select after::text from memory_revisions where agent_id = $1`,
      [agent.id],
    );
    expect(JSON.stringify(rows)).not.toContain('hunter2');
  });

  test('memories of another agent, also of the same owner, are neither found nor touched', async () => {
    const id = await add('User has a parrot named Kiwi');
    for (const other of [await createAgentOf(agent, 'Bob'), await createOwnedAgent('Eve')]) {
      expect(await retrieveMemories(other, 'parrot named Kiwi', { limit: 5 })).toEqual([]);
      expect((await callAs(other, GET)).body.total).toBe(0);
      for (const handler of [PATCH, DELETE, HISTORY, UNDO]) {
        expect(
          (
            await callAs(other, handler as typeof PATCH, {
              params: { memoryId: id },
              ...(handler === PATCH ? { body: { pinned: true } } : {}),
            })
          ).status,
        ).toBe(404);
      }
    }
    const stranger = await createOwnedAgent('Mallory');
    expect((await callAs({ ...agent, cookie: stranger.cookie }, GET)).status).toBe(403);
    expect((await callAs(agent, GET)).body.memories[0]).toMatchObject({ id, pinned: false });
  });
});

describe('forgetting by description', () => {
  test('takes the memory that is clearly meant', async () => {
    await add('User has a dog named Rex');
    await add('User works as a carpenter');
    expect((await forgetMemory(agent, { query: 'dog named Rex' })).forgotten).toMatchObject({ content: 'User has a dog named Rex' });
    expect(contents(await callAs(agent, GET))).toEqual(['User works as a carpenter']);
  });

  test('takes none when several are near, and names them', async () => {
    await add('User has a dog named Rex');
    await add('User has a dog named Bella');
    const outcome = await forgetMemory(agent, { query: 'dog' });
    expect(outcome.forgotten).toBeNull();
    expect(outcome.candidates).toHaveLength(2);
  });
});
