import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { POST as ACCEPT } from '@/app/api/selfclaw/v1/hosted-agents/[id]/memories/imports/[importId]/accept/route';
import { DELETE, GET } from '@/app/api/selfclaw/v1/hosted-agents/[id]/memories/imports/[importId]/route';
import { GET as LIST } from '@/app/api/selfclaw/v1/hosted-agents/[id]/memories/imports/route';
import { createEmbedder } from '@/lib/llm/embedder/select';
import { closeRuntime } from '@/lib/llm/runtime';
import { addMemory, listMemories, readHistory } from '@/lib/memories/service';
import { closeDatabase, pool } from '@/lib/platform/database';
import { JOB_SCHEMA } from '@/lib/platform/job-definition';
import { closeJobs } from '@/lib/platform/jobs';
import { callApi } from '@/tests/api';
import { chatGptConversation, claudeConversation, jsonBytes, zipBytes } from '@/tests/exports';
import { injectionCorpus } from '@/tests/injection-corpus';
import { readAll, readImport, remember, storeImport } from '@/tests/memory-imports';
import { createOwnedAgent, callAs, type TestAgent } from '@/tests/owned-agent';
import { createWordEmbedder, replaceModels } from '@/tests/word-embedder';
import { handleReadMemoryImport } from './job-handlers';
import { CANDIDATE_LIMIT } from './limits';
import type { MemoryImportWire } from './schema';

let agent: TestAgent;
beforeEach(async () => {
  // With this embedder only what was asked to be remembered is found, which makes the tests exact.
  replaceModels({ embedder: createWordEmbedder() });
  agent = await createOwnedAgent();
});
afterAll(async () => {
  await closeRuntime();
  await closeJobs();
  await closeDatabase();
});

type Uploaded = { status: number; body: { import: MemoryImportWire; code?: string; details?: { reason: string }[] } };

async function upload(bytes: Uint8Array, { as = agent, name = 'conversations.json' } = {}): Promise<Uploaded> {
  const form = new FormData();
  form.set('file', new File([bytes as Uint8Array<ArrayBuffer>], name));
  const headers = { cookie: as.cookie, 'sec-fetch-site': 'same-origin' };
  const response = await callApi('POST', `/api/selfclaw/v1/hosted-agents/${agent.id}/memories/imports`, { headers, rawBody: form });
  return { status: response.status, body: (await response.json()) as Uploaded['body'] };
}

const store = (messages: readonly string[]) => storeImport(agent, messages);
const bring = async (...messages: string[]) => readAll(await store(messages));
const page = (importId: string) => readImport(agent, importId);
const candidates = async (importId: string) => (await page(importId)).candidates;
const accept = (importId: string, body: object = { all: true }) => callAs(agent, ACCEPT, { params: { importId }, body });
const memories = async () => (await listMemories(agent, { limit: 200, offset: 0 })).memories;
const remembered = async () => (await memories()).map(({ content }) => content).sort();
const count = async (table: string) =>
  (await pool().query<{ count: number }>(`select count(*)::int as count from ${table} where agent_id = $1`, [agent.id])).rows[0]?.count;
const countTexts = async () => [await count('memory_import_messages'), await count('memory_candidates')];
const jobs = async (importId: string) =>
  (await pool().query(`select 1 from ${JOB_SCHEMA}.job where name = 'memories-import' and data ->> 'importId' = $1`, [importId])).rowCount;

describe('an import', () => {
  test('is read, reviewed and accepted, in the shapes of the contract; its texts go with that', async () => {
    const uploaded = await upload(
      zipBytes({
        'conversations.json': [
          claudeConversation('Pets', [{ text: remember('I have two dogs') }, { sender: 'assistant', text: remember('I have cats') }]),
          claudeConversation('Home', [{ text: `Hello! ${remember('I live in Porto')}. What is on today?` }], 1),
        ],
      }),
      { name: '/tmp/data-2026.zip' },
    );
    expect(uploaded).toMatchObject({
      status: 201,
      body: { import: { format: 'claude', fileName: 'data-2026.zip', status: 'reading', conversations: 2, messages: 2, candidates: 0 } },
    });
    const { id } = uploaded.body.import;
    expect(await jobs(id)).toBe(1);
    expect((await accept(id)).status).toBe(409);
    await handleReadMemoryImport({ importId: id });
    expect((await callAs(agent, GET, { params: { importId: id }, query: { limit: '1' } })).body).toMatchObject({
      import: { status: 'ready', messagesRead: 2, candidates: 2 },
      candidates: [{ standing: 'new' }],
      total: 2,
      offset: 0,
      limit: 1,
    });
    const [dogs, home] = (await candidates(id)).sort((left, right) => left.content.localeCompare(right.content));
    expect(dogs).toMatchObject({ content: 'I have two dogs', standing: 'new', memory: null, mentions: 1, conversationTitle: 'Pets' });
    expect(home).toMatchObject({ saidAt: '2025-01-02T12:00:00.000Z', excerpt: expect.stringContaining('What is on today?') as string });
    expect(await memories()).toEqual([]);
    expect(await countTexts()).toEqual([0, 2]);

    const edits = [{ id: dogs!.id, content: 'I have two dogs, Rex and Bo' }];
    expect(await accept(id, { ids: [dogs!.id], edits })).toMatchObject({
      status: 200,
      body: { success: true, import: { status: 'accepted', outcome: { added: 1, confirmed: 0, replaced: 0, outdated: 0 }, candidates: 0 } },
    });
    const [memory] = await memories();
    expect(memory).toMatchObject({ content: 'I have two dogs, Rex and Bo', source: 'import', confidence: 1, indexed: true });
    expect(memory!.lastMentionedAt).toBe('2025-01-01T12:00:00.000Z');
    const history = await readHistory(agent, memory!.id);
    expect(history).toMatchObject({ revisions: [{ kind: 'created', actor: 'owner' }] });
    expect(await countTexts()).toEqual([0, 0]);
    const { rows } = await pool().query(`select summary, details from agent_events where agent_id = $1`, [agent.id]);
    expect(rows).toMatchObject([{ summary: 'Took over one fact from another assistant', details: { importId: id, added: [memory!.id] } }]);
    expect((await callAs(agent, LIST)).body.imports).toMatchObject([{ id, status: 'accepted' }]);
  });

  test('of the same file leads to the one that is open, and to a new one after that', async () => {
    const bytes = jsonBytes([chatGptConversation('A', [remember('I like tea')])]);
    const [first, ...others] = await Promise.all(
      Array.from({ length: 6 }, () => upload(bytes).then(({ status, body }) => ({ status, body }))),
    );
    const stored = [first!, ...others].filter(({ status }) => status < 300);
    expect(new Set(stored.map(({ body }) => body.import.id)).size).toBe(1);
    expect(stored.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await count('memory_imports')).toBe(1);
    expect((await upload(bytes)).status).toBe(200);
    const { id } = stored[0]!.body.import;
    await handleReadMemoryImport({ importId: id });
    await accept(id);
    const again = await upload(bytes);
    expect(again.status).toBe(201);
    await handleReadMemoryImport({ importId: again.body.import.id });
    expect(await candidates(again.body.import.id)).toMatchObject([{ standing: 'known', memory: { content: 'I like tea' } }]);
  });

  test('that is one too many, no export, or of an agent of somebody else is refused, and nothing is kept of it', async () => {
    for (const name of ['a', 'b', 'c']) await bring(remember(`I like ${name} tea`));
    expect(await upload(jsonBytes([chatGptConversation('D', ['Hello'])]))).toMatchObject({ status: 409 });
    const other = await createOwnedAgent();
    const bytes = jsonBytes([chatGptConversation('E', ['Hello'])]);
    expect((await upload(bytes, { as: other })).status).toBe(403);
    const id = (await callAs(agent, LIST)).body.imports[0].id;
    const params = { importId: id };
    for (const response of [
      await callAs(other, GET, { params }),
      await callAs(other, ACCEPT, { params, body: { all: true } }),
      await callAs(other, DELETE, { params }),
    ])
      expect(response.status).toBe(404);
    agent = other;
    expect(await upload(jsonBytes({ a: 1 }))).toMatchObject({ status: 400, body: { details: [{ reason: 'unknown' }] } });
    expect(await count('memory_imports')).toBe(0);
  });

  test('is discarded with its texts, also while it is read', async () => {
    const id = await bring(remember('I like tea'));
    expect((await callAs(agent, DELETE, { params: { importId: id } })).body).toEqual({ success: true });
    const importId = await store([remember('I like coffee')]);
    const watch = async () => void (await callAs(agent, DELETE, { params: { importId } }));
    await handleReadMemoryImport({ importId }, { watch });
    expect([await count('memory_imports'), ...(await countTexts())]).toEqual([0, 0, 0]);
    expect((await callAs(agent, GET, { params: { importId } })).status).toBe(404);
  });
});

describe('the facts of an import', () => {
  test('that were said often stand once, with how often and when last', async () => {
    const id = await bring(remember('I love tea'), remember('I like tea!'), remember('I like tea'), remember('I play chess'));
    const [tea] = (await candidates(id)).filter(({ content }) => content.includes('tea'));
    expect(tea).toMatchObject({ mentions: 3, saidAt: '2025-01-03T12:00:00.250Z', conversationTitle: 'Talk 2' });
    expect(await candidates(id)).toHaveLength(2);
    await accept(id);
    expect((await memories()).find(({ content }) => content.includes('tea'))).toMatchObject({ mentionCount: 3 });
  });

  test('that are known strengthen, that are contrary replace, and the later of two that contradict each other stands', async () => {
    const known = await addMemory(agent, { content: 'I have two dogs', category: 'fact', source: 'owner', actor: 'owner' });
    const home = await addMemory(agent, { content: 'I live in Berlin', category: 'identity', source: 'owner', actor: 'owner' });
    if (!('memory' in known) || !('memory' in home)) throw new Error('not added');
    const id = await bring(remember('I live in Porto'), remember('I have two dogs'), remember('I live in Lisbon'));
    const found = await candidates(id);
    expect(found.find(({ content }) => content === 'I have two dogs')).toMatchObject({
      standing: 'known',
      memory: { id: known.memory.id },
    });
    expect(found.find(({ content }) => content === 'I live in Porto')).toMatchObject({
      standing: 'contrary',
      memory: { id: home.memory.id, content: 'I live in Berlin' },
    });
    expect((await accept(id)).body.import.outcome).toEqual({ added: 0, confirmed: 1, replaced: 2, outdated: 0 });
    expect(await remembered()).toEqual(['I have two dogs', 'I live in Lisbon']);
    expect((await memories()).find(({ id: memoryId }) => memoryId === known.memory.id)).toMatchObject({ mentionCount: 2, source: 'owner' });
  });

  test('do not take the place of what was learned later than they were said, once the review is made', async () => {
    const id = await bring(remember('I live in Berlin'), remember('I like tea'));
    await addMemory(agent, { content: 'I live in Porto', category: 'identity', source: 'owner', actor: 'owner' });
    expect((await accept(id)).body.import.outcome).toEqual({ added: 1, confirmed: 0, replaced: 0, outdated: 1 });
    expect(await remembered()).toEqual(['I like tea', 'I live in Porto']);
  });

  test('stand in the words that the owner chose, also where these say what is known', async () => {
    const known = 'I keep two big black dogs and one small white cat in my house';
    await addMemory(agent, { content: known, category: 'fact', source: 'owner', actor: 'owner' });
    const id = await bring(remember(known));
    const [fact] = await candidates(id);
    expect(fact).toMatchObject({ standing: 'known' });
    const edits = [{ id: fact!.id, content: `${known} by the lake` }];
    expect((await accept(id, { all: true, edits })).body.import.outcome).toEqual({ added: 0, confirmed: 0, replaced: 1, outdated: 0 });
    expect(await remembered()).toEqual([`${known} by the lake`]);
    const home = await bring(remember('I live in Berlin'));
    await addMemory(agent, { content: 'I live in Porto', category: 'identity', source: 'owner', actor: 'owner' });
    const [place] = await candidates(home);
    const moved = { all: true, edits: [{ id: place!.id, content: 'I live in Hamburg' }] };
    expect((await accept(home, moved)).body.import.outcome).toEqual({ added: 0, confirmed: 0, replaced: 1, outdated: 0 });
    expect(await remembered()).toContain('I live in Hamburg');
  });

  test('are never secrets, orders or other texts that people pasted', async () => {
    const injections = injectionCorpus(9).flatMap(({ text }) => [text, remember(text), `FYI ${text}`, remember(`"${text}"`)]);
    const id = await bring(
      ...injections,
      remember('my password is hunter2horse'),
      remember('my key is sk-abcdefghijklmnopqrstuvwxyz'),
      remember('I like tea'),
    );
    expect((await candidates(id)).map(({ content }) => content)).toEqual(['I like tea']);
    const [kept] = await candidates(id);
    expect((await accept(id, { ids: [kept!.id], edits: [{ id: kept!.id, content: 'My password is hunter2horse' }] })).status).toBe(400);
    expect(await memories()).toEqual([]);
    await accept(id);
    expect(await remembered()).toEqual(['I like tea']);
  });

  test('beyond the limit are counted and left out, the oldest ones', async () => {
    const messages = Array.from({ length: CANDIDATE_LIMIT + 3 }, (_, index) => remember(`I own book ${index}`));
    const id = await bring(...messages);
    expect((await page(id)).import).toMatchObject({ candidates: CANDIDATE_LIMIT, leftOut: { surplus: 3 }, messagesRead: messages.length });
    const found = (await candidates(id)).map(({ content }) => content);
    expect(found).toHaveLength(CANDIDATE_LIMIT);
    expect(found).not.toContain('I own book 2');
    expect(found).toContain('I own book 3');
  });

  test('are found in English sentences by the embedded classifier, without a model', async () => {
    replaceModels({ embedder: createEmbedder({ kind: 'embedded' }) });
    const id = await bring(
      'Hi! I live in Porto. What is the weather like?',
      'Can you write me a poem about llamas?',
      'I am allergic to peanuts.',
    );
    expect((await candidates(id)).map(({ content }) => content).sort()).toEqual(['I am allergic to peanuts', 'I live in Porto']);
    await accept(id);
    expect(await memories()).toHaveLength(2);
    expect((await memories()).every(({ indexed }) => indexed)).toBe(true);
  });
});

describe('accepting', () => {
  test('at the same time or again, fifty times, makes each memory once', async () => {
    const id = await bring(...['tea', 'chess', 'rain', 'jazz'].map((thing) => remember(`I like ${thing}`)));
    const answers = await Promise.all(Array.from({ length: 50 }, () => accept(id)));
    for (const { status, body } of answers) {
      expect([status, body.import?.outcome]).toEqual([200, { added: 4, confirmed: 0, replaced: 0, outdated: 0 }]);
    }
    expect(await remembered()).toEqual(['I like chess', 'I like jazz', 'I like rain', 'I like tea']);
    expect((await memories()).every(({ mentionCount }) => mentionCount === 1)).toBe(true);
    expect(await count('memory_revisions')).toBe(4);
  });

  test('what there is no room for writes nothing, and what there is room for can be accepted then', async () => {
    const id = await bring(...['tea', 'chess', 'rain'].map((thing) => remember(`I like ${thing}`)));
    await pool().query(
      `insert into memories (id, owner_id, agent_id, content, category, source)
       select gen_random_uuid(), $1, $2, 'Filler ' || n, 'fact', 'owner' from generate_series(1, 998) as n`,
      [agent.ownerId, agent.id],
    );
    expect(await accept(id)).toMatchObject({
      status: 409,
      body: { code: 'MEMORY_LIMIT_REACHED', error: expect.stringContaining('2 of these') as string },
    });
    expect(await count('memories')).toBe(998);
    expect((await page(id)).import).toMatchObject({ status: 'ready', candidates: 3 });
    const two = (await candidates(id)).slice(0, 2).map((candidate) => candidate.id);
    expect((await accept(id, { ids: two })).body.import.outcome).toMatchObject({ added: 2 });
    expect(await count('memories')).toBe(1_000);
  });

  test('what is not of the import, or is edited without being taken, is refused', async () => {
    const id = await bring(remember('I like tea'), remember('I like chess'));
    const [first, second] = await candidates(id);
    const stranger = '0197c2f4-6c1e-7d3a-9b52-4f0e8a7c6d21';
    for (const body of [
      { ids: [stranger] },
      { ids: [first!.id], edits: [{ id: second!.id, content: 'I like jazz' }] },
      {
        all: true,
        edits: [
          { id: first!.id, content: 'a' },
          { id: first!.id, content: 'b' },
        ],
      },
      { all: true, ids: [first!.id] },
      {},
    ])
      expect((await accept(id, body)).status, JSON.stringify(body)).toBe(400);
    expect(await memories()).toEqual([]);
    expect((await accept(id, { ids: [] })).body.import).toMatchObject({ status: 'accepted', outcome: { added: 0 } });
  });
});
