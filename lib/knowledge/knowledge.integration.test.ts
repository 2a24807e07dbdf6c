import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { GET as LIST, POST as ADD } from '@/app/api/selfclaw/v1/hosted-agents/[id]/knowledge/route';
import { DELETE, PATCH } from '@/app/api/selfclaw/v1/hosted-agents/[id]/knowledge/[knowledgeId]/route';
import { GET as PASSAGES } from '@/app/api/selfclaw/v1/hosted-agents/[id]/knowledge/[knowledgeId]/passages/route';
import { POST as URL_ROUTE } from '@/app/api/selfclaw/v1/hosted-agents/[id]/knowledge/url/route';
import { closeDatabase, pool } from '@/lib/platform/database';
import { closeJobs } from '@/lib/platform/jobs';
import { log } from '@/lib/platform/log';
import type * as SafeFetchModule from '@/lib/platform/safe-fetch';
import { callApi } from '@/tests/api';
import { callAs, createAgentOf, createOwnedAgent, type TestAgent } from '@/tests/owned-agent';
import { createWordEmbedder, replaceModels } from '@/tests/word-embedder';
import { handleEmbedKnowledge, sweepKnowledge } from './job-handlers';
import { findKnowledgeFor } from './retrieval';
import { addKnowledge } from './service';

// The internet of this test is one port of this machine.
const internet = vi.hoisted(() => ({ port: 0 }));
vi.mock('@/lib/platform/safe-fetch', async (original) => {
  const actual = await original<typeof SafeFetchModule>();
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
  return { ...actual, safeFetch: actual.createSafeFetch({ resolve, mayCall: (_, port) => port === internet.port }) };
});

let agent: TestAgent;
beforeEach(async () => {
  replaceModels({ embedder: createWordEmbedder() });
  agent = await createOwnedAgent();
});
afterAll(async () => {
  await closeJobs();
  await closeDatabase();
});

const RETURNS =
  '# Returns\n\nGoods may be returned within fourteen days.\n\n## Cost\n\nParcels from Kenya are free, all others cost nine euros.';
const list = async () => (await callAs(agent, LIST)).body.knowledge;
const add = (title: string, content = RETURNS) => callAs(agent, ADD, { body: { title, content } });
const embedAll = () => handleEmbedKnowledge({ agentId: String(agent.id) });
const countRows = async (table: string) =>
  (await pool().query<{ count: number }>(`select count(*)::int as count from ${table} where agent_id = $1`, [agent.id])).rows[0]?.count;
const vectorOf = async (text: string) => (await createWordEmbedder().embed([text]))[0] ?? null;
const find = async (question: string, limit = 3) => findKnowledgeFor(agent, question, { limit, embedding: await vectorOf(question) });

describe('a text', () => {
  test('is added, listed, changed and deleted with its passages, in the shapes of the contract', async () => {
    const added = await add('Shop');
    expect(added).toMatchObject({ status: 201, body: { success: true, knowledge: { title: 'Shop', content: RETURNS, chunkCount: 1 } } });
    const { id } = added.body.knowledge;
    expect(await list()).toMatchObject([{ id, source: 'text', sourceName: null, indexed: false, indexState: 'waiting' }]);
    const changed = await callAs(agent, PATCH, { params: { knowledgeId: id }, body: { content: 'Nothing may be returned.' } });
    expect(changed.body).toMatchObject({ success: true, knowledge: { id, title: 'Shop', content: 'Nothing may be returned.' } });
    const passages = await callAs(agent, PASSAGES, { params: { knowledgeId: id } });
    expect(passages.body).toMatchObject({ passages: [{ position: 0, content: 'Nothing may be returned.', withheld: false }], uses: [] });
    expect((await callAs(agent, DELETE, { params: { knowledgeId: id } })).body).toEqual({ success: true });
    expect(await list()).toEqual([]);
    for (const table of ['knowledge', 'knowledge_chunks', 'knowledge_windows']) expect(await countRows(table)).toBe(0);
    expect((await callAs(agent, DELETE, { params: { knowledgeId: id } })).status).toBe(404);
  });

  test('may have 50,000 characters of any kind, and not one more', async () => {
    expect(await add('Long', '語'.repeat(50_000))).toMatchObject({ status: 201 });
    const escaped = JSON.stringify({ title: 'Escaped', content: 'é'.repeat(50_000) }).replaceAll('é', '\\u00e9');
    const response = await ADD(
      new Request('http://127.0.0.1:3000/test', {
        method: 'POST',
        headers: { cookie: agent.cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
        body: escaped,
      }),
      { params: Promise.resolve({ id: String(agent.id) }) },
    );
    expect(response.status).toBe(201);
    expect(await add('Longer', 'x'.repeat(50_001))).toMatchObject({ status: 400, body: { error: expect.stringContaining('50000') } });
    expect(await add('', 'x')).toMatchObject({ status: 400 });
    expect(await add('x', '  ')).toMatchObject({ status: 400 });
  });

  test('is one of at most twenty, however many come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 32 }, (_, index) => add(`Text ${index}`, `Content ${index}`)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    for (const { status, body } of answers.filter((answer) => answer.status !== 201))
      expect([status, body.code, body.error]).toEqual([400, 'KNOWLEDGE_LIMIT_REACHED', expect.stringContaining('20')]);
    expect(await list()).toHaveLength(20);
    const other = await createAgentOf(agent, 'Other');
    expect(await addKnowledge(other, { title: 'A', content: 'B' })).toMatchObject({ success: true });
  });

  test('is made once by twins with one Idempotency-Key, a file too', async () => {
    const base = `/api/selfclaw/v1/hosted-agents/${agent.id}/knowledge`;
    const headers = { cookie: agent.cookie, 'sec-fetch-site': 'same-origin', 'idempotency-key': 'twin-1' };
    const twins = await Promise.all(
      [1, 2, 3].map(() =>
        callApi('POST', base, { headers, body: { title: 'Twin', content: 'Once.' } }).then((response) => response.json()),
      ),
    );
    expect(twins[1]).toEqual(twins[0]);
    const upload = (content: string) => {
      const form = new FormData();
      form.set('file', new File([content], 'tea.md'));
      return callApi('POST', `${base}/upload`, { headers: { ...headers, 'idempotency-key': 'twin-2' }, rawBody: form });
    };
    expect((await upload('# Tea')).status).toBe(201);
    expect((await upload('# Tea')).status).toBe(201);
    expect((await upload('# Coffee')).status).toBe(409);
    expect((await list()).map(({ title }: { title: string }) => title)).toEqual(['tea', 'Twin']);
  });

  test('of another agent is not found, not even by the owner of both', async () => {
    const { id } = (await add('Mine')).body.knowledge;
    const other = await createAgentOf(agent, 'Other');
    for (const call of [
      callAs(other, PATCH, { params: { knowledgeId: id }, body: { title: 'Theirs' } }),
      callAs(other, DELETE, { params: { knowledgeId: id } }),
      callAs(other, PASSAGES, { params: { knowledgeId: id } }),
    ])
      expect(await call).toMatchObject({ status: 404 });
    await embedAll();
    expect(await findKnowledgeFor(other, 'returned goods', { limit: 5, embedding: await vectorOf('returned goods') })).toEqual([]);
  });
});

describe('a file or a page', () => {
  const upload = (content: string | Uint8Array<ArrayBuffer>, name: string, more: Record<string, string> = {}) => {
    const form = new FormData();
    form.set('file', new File([content], name));
    for (const [field, value] of Object.entries(more)) form.set(field, value);
    return callApi('POST', `/api/selfclaw/v1/hosted-agents/${agent.id}/knowledge/upload`, {
      headers: { cookie: agent.cookie, 'sec-fetch-site': 'same-origin' },
      rawBody: form,
    });
  };

  test('is read, named after itself or as asked, and refused plainly when it cannot be read', async () => {
    expect(await (await upload('Tea is green.', 'C:\\notes\\tea list.md')).json()).toMatchObject({
      knowledge: { title: 'tea list', content: 'Tea is green.', source: 'file', sourceName: 'tea list.md' },
    });
    expect(await (await upload('<title>Page</title><p>Black tea.</p>', 'a.html', { title: 'My tea' })).json()).toMatchObject({
      knowledge: { title: 'My tea', content: 'Black tea.' },
    });
    expect((await upload('PK', 'letter.docx')).status).toBe(415);
    expect((await upload('x'.repeat(50_001), 'long.txt')).status).toBe(400);
    expect((await upload(new Uint8Array(5 * 1024 * 1024 + 1).fill(97), 'large.txt')).status).toBe(413);
    expect((await upload(new Uint8Array(6 * 1024 * 1024).fill(97), 'larger.txt')).status).toBe(413);
    expect(await list()).toHaveLength(2);
  });

  test('of the internet is read through the guarded fetch', async () => {
    const server = http.createServer((request, response) => {
      if (request.url === '/private') return void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
      if (request.url === '/gone') return void response.writeHead(410).end();
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end('<title>Tea – a guide</title><p>Green tea is steeped short.</p>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    internet.port = (server.address() as AddressInfo).port;
    const read = (path: string) => callAs(agent, URL_ROUTE, { body: { url: `http://site.example:${internet.port}${path}` } });
    expect(await read('/tea')).toMatchObject({
      status: 201,
      body: { knowledge: { title: 'Tea – a guide', content: 'Green tea is steeped short.', source: 'url' } },
    });
    expect(await read('/private')).toMatchObject({ status: 400, body: { error: expect.stringContaining('private') } });
    expect(await read('/gone')).toMatchObject({ status: 400, body: { error: expect.stringContaining('410') } });
    for (const url of ['http://169.254.169.254/latest', 'file:///etc/passwd', 'nonsense'])
      expect(await callAs(agent, URL_ROUTE, { body: { url } })).toMatchObject({ status: 400, body: { error: expect.any(String) } });
    server.close();
    expect(await list()).toHaveLength(1);
  });
});

describe('passages', () => {
  test('are found by their words at once and by their vectors when the job has run, the best part first', async () => {
    const filler = Array.from({ length: 40 }, (_, index) => `Paragraph ${index} speaks of entirely different matters and of weather.`).join(
      '\n\n',
    );
    await add('Shop', `${filler}\n\n## Customs\n\nParcels from Zanzibar need a yellow form.\n\n${filler}`);
    const [byWords] = await findKnowledgeFor(agent, 'Which form do parcels from Zanzibar need?', { limit: 1, embedding: null });
    expect(byWords).toMatchObject({ title: 'Shop', similarity: 0, quote: expect.stringContaining('yellow form') });
    expect(byWords!.content.length).toBeGreaterThan(byWords!.quote.length);
    await embedAll();
    expect((await list())[0]).toMatchObject({ indexed: true, indexState: 'indexed' });
    const [byBoth] = await find('Which form do parcels from Zanzibar need?');
    expect(byBoth).toMatchObject({ position: byWords!.position, quote: expect.stringContaining('yellow form') });
    expect(byBoth!.similarity).toBeGreaterThan(0.1);
  });

  test('of a title are found by its words', async () => {
    await add('Holiday in Lamu', 'We leave on Friday.');
    await add('Work', 'We leave at five.');
    expect((await find('When is the Lamu holiday?'))[0]).toMatchObject({ title: 'Holiday in Lamu' });
  });

  test('that look like they hold a secret are kept, shown, and never found', async () => {
    const { body } = await add('Notes', 'The router password is hunter2xyz and nobody else knows it.');
    const passages = await callAs(agent, PASSAGES, { params: { knowledgeId: body.knowledge.id } });
    expect(passages.body.passages).toMatchObject([{ withheld: true, content: expect.stringContaining('hunter2xyz') }]);
    await embedAll();
    expect(await find('What is the router password?')).toEqual([]);
    expect((await list())[0]).toMatchObject({ indexed: true });
  });

  test('whose vectors cannot be computed say so, keep their text, and are found by the sweep', async () => {
    vi.spyOn(log(), 'warn').mockImplementation(() => {});
    const failing = { ...createWordEmbedder(), embed: () => Promise.reject(new Error('no encoder')) };
    replaceModels({ embedder: failing });
    await add('Shop');
    await expect(embedAll()).rejects.toThrow('no encoder');
    expect((await list())[0]).toMatchObject({ indexed: false, indexState: 'failed', content: RETURNS });
    expect((await findKnowledgeFor(agent, 'parcels from Kenya', { limit: 1, embedding: null }))[0]).toMatchObject({ title: 'Shop' });
    // The texts of the tests before are not old enough to be swept, however long they took.
    await pool().query(`update knowledge set updated_at = case when agent_id = $1 then now() - interval '2 minutes' else now() end`, [agent.id]);
    expect(await sweepKnowledge()).toBe(0);
    replaceModels({ embedder: createWordEmbedder() });
    expect(await sweepKnowledge()).toBe(1);
    expect((await list())[0]).toMatchObject({ indexState: 'indexed' });
    replaceModels({ embedder: createWordEmbedder('another-512') });
    expect((await list())[0]).toMatchObject({ indexState: 'waiting' });
    expect(await sweepKnowledge()).toBe(1);
  });

  test('of a text that is changed while it is embedded do not get the old vectors', async () => {
    const { id } = (await add('Shop')).body.knowledge;
    const words = createWordEmbedder();
    let changing: Promise<unknown> | undefined;
    replaceModels({
      embedder: {
        ...words,
        embed: async (texts) => {
          changing ??= callAs(agent, PATCH, { params: { knowledgeId: id }, body: { content: 'Zebras are striped.' } });
          await changing;
          return words.embed(texts);
        },
      },
    });
    await embedAll();
    expect((await list())[0]).toMatchObject({ indexed: false });
    await embedAll();
    expect((await find('striped zebras'))[0]).toMatchObject({ quote: 'Zebras are striped.' });
    expect((await list())[0]).toMatchObject({ indexed: true });
  });

  test('have a job of their own, enqueued with them', async () => {
    const jobs = async () =>
      (
        await pool().query<{ count: number }>(
          `select count(*)::int as count from pgboss.job where name = 'knowledge-embed' and data ->> 'agentId' = $1`,
          [String(agent.id)],
        )
      ).rows[0]?.count;
    await add('Shop');
    expect(await jobs()).toBe(1);
    await expect(
      addKnowledge(agent, { title: 'Lost', content: 'Lost' }, async () => Promise.reject(new Error('the transaction fails'))),
    ).rejects.toThrow('the transaction fails');
    expect([await jobs(), (await list()).length]).toEqual([1, 1]);
  });

  test('of any question and any text do no harm', async () => {
    await add('%_\\', "'; drop table knowledge; --  \\ % _ 日本語 😀");
    for (const question of ["'", '\\', '日本語', '😀', '!!!', ' ', 'a'.repeat(5_000)]) expect(await find(question)).toBeInstanceOf(Array);
    expect((await find('日本語'))[0]).toMatchObject({ title: '%_\\' });
  });
});
