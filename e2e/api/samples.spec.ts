// The documented samples, run as a stranger's program would: only base address, key and ids are put in.
import { readAnswer, readOrPostAgain, requestEvents } from '@/tests/samples/event-stream';
import { pollResult, startChat, type SampleCaller } from '@/tests/samples/poll-mode';
import { makeAgent, mintKey, mustCall, signInOverHttp, type Account } from '../support/account';
import type { App } from '../support/app';
import { expect, operatorKey, replyPrompts, test } from '../support/model';

type Setting = { account: Account; personal: SampleCaller; agentId: number };

async function setUp(app: App): Promise<Setting> {
  const account = await signInOverHttp(app.url);
  const key = await mintKey(account);
  const personal = { base: `${app.url}/api/selfclaw`, headers: { Authorization: `Bearer ${key}` } };
  const agentId = await makeAgent({ origin: app.url, headers: personal.headers });
  return { account, personal, agentId };
}

test('poll mode: post, poll every 1.5 s, read the reply, go on in the same conversation', async ({ app, model }) => {
  const { personal, agentId } = await setUp(app);
  const listed = await fetch(`${personal.base}/v1/hosted-agents`, { headers: personal.headers });
  expect(((await listed.json()) as { agents: { id: number }[] }).agents.map((agent) => agent.id)).toEqual([agentId]);

  model.script({
    when: { lastUserIncludes: 'Hello' },
    text: 'Hello there, how can I be of help to you on this fine and sunny day?',
    delayMs: 150,
  });
  const { messageId, conversationId, status } = await startChat(personal, agentId, { message: 'Hello!' });
  expect(status).toBe('processing');
  const answer = await pollResult(personal, agentId, messageId);
  expect(answer).toMatchObject({
    status: 'completed',
    content: 'Hello there, how can I be of help to you on this fine and sunny day?',
    conversationId,
  });
  expect(answer.suggestedChips.length).toBeGreaterThan(0);
  expect(answer.httpStatuses[0]).toBe(202);
  expect(answer.httpStatuses.at(-1)).toBe(200);
  expect(Number(answer.quota.used)).toBeGreaterThan(0);
  expect(Number(answer.quota.used) + Number(answer.quota.remaining)).toBe(50_000);
  expect(answer.quota.reset).toMatch(/^\d{4}-\d\d-\d\dT00:00:00/);

  const second = await startChat(personal, agentId, { message: 'And what did I say first?', conversationId });
  expect(second.conversationId).toBe(conversationId);
  await pollResult(personal, agentId, second.messageId);
  expect(replyPrompts(model).at(-1)).toContain('how can I be of help');

  const elsewhere = await startChat(personal, agentId, { message: 'Something new' });
  expect(elsewhere.conversationId).not.toBe(conversationId);
  await pollResult(personal, agentId, elsewhere.messageId);
  const conversations = await mustCall<{ conversations: object[]; limit: number; offset: number }>(
    { origin: app.url, headers: personal.headers },
    'GET',
    `/v1/hosted-agents/${agentId}/conversations`,
  );
  expect(conversations).toMatchObject({
    conversations: [
      { id: elsewhere.conversationId, agentId, messageCount: 2 },
      { id: conversationId, agentId, messageCount: 4 },
    ],
    limit: 50,
    offset: 0,
  });
  const history = await mustCall<{ messages: { role: string; content: string; createdAt: string }[] }>(
    { origin: app.url, headers: personal.headers },
    'GET',
    `/v1/hosted-agents/${agentId}/messages?conversationId=${conversationId}`,
  );
  expect(history).toMatchObject({ conversationId, limit: 100, offset: 0 });
  expect(history.messages.map((message) => message.role)).toEqual(['user', 'assistant', 'user', 'assistant']);
});

test('a reply that fails ends the poll loop with 500 and a sentence', async ({ app, model }) => {
  const { personal, agentId } = await setUp(app);
  model.script({ times: 0, fault: { kind: 'status', status: 400 } });
  const { messageId } = await startChat(personal, agentId, { message: 'Fail, please' });
  const answer = await pollResult(personal, agentId, messageId);
  expect(answer).toMatchObject({ status: 'error', error: expect.stringMatching(/\w+ \w+/) });
  expect(answer.httpStatuses.at(-1)).toBe(500);
});

test('event stream: the reader of the sample gets the whole text, the ids and the chips', async ({ app, model }) => {
  const { personal, agentId } = await setUp(app);
  const text = 'Grüße, 你好 and 👩‍👩‍👧: a "quoted" line\n\ndata: is no event here\nand a back\\slash.';
  model.script({ when: { lastUserIncludes: 'Hello' }, text, byteByByte: true });
  const response = await requestEvents(personal, agentId, { message: 'Hello!' });
  expect(response.status).toBe(200);
  const answer = await readAnswer(response);
  expect(answer.text).toBe(text);
  expect(answer.events.filter((event) => event.content).length).toBeGreaterThan(5);
  expect(answer.events.at(-1)).toMatchObject({ done: true, messageId: answer.events[0]!.messageId });
  expect(answer.suggestedChips!.length).toBeGreaterThan(0);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache',
    'x-accel-buffering': 'no',
    'x-quota-tokens-used': '0',
    'x-quota-tokens-remaining': '50000',
  });
  const next = await readAnswer(await requestEvents(personal, agentId, { message: 'Again', conversationId: answer.conversationId! }));
  expect(next.conversationId).toBe(answer.conversationId);
});

test('event stream: a failure is an error event, and the stream ends', async ({ app, model }) => {
  const { personal, agentId } = await setUp(app);
  model.script({ times: 0, fault: { kind: 'status', status: 400 } });
  const answer = await readAnswer(await requestEvents(personal, agentId, { message: 'Fail, please' }));
  expect(answer.error).toMatch(/\w+ \w+/);
  expect(answer.text).toBe('');
});

test('the published client, which posts again after 4 s of silence, posts once although the model is silent for 6 s', async ({
  app,
  model,
}) => {
  const { personal, agentId } = await setUp(app);
  model.script({ when: { lastUserIncludes: 'Think' }, text: 'Thought.', firstTokenDelayMs: 6_000 });
  const { posts, streamed } = await readOrPostAgain(personal, agentId, { message: 'Think for long' });
  expect(posts).toBe(1);
  expect(streamed!.text).toBe('Thought.');
  const { messageCount } = (
    await mustCall<{ conversations: { messageCount: number }[] }>(
      { origin: app.url, headers: personal.headers },
      'GET',
      `/v1/hosted-agents/${agentId}/conversations`,
    )
  ).conversations[0]!;
  expect(messageCount).toBe(2);
});

test('a message posted again while its reply runs gets the reply that runs', async ({ app, model }) => {
  const { personal, agentId } = await setUp(app);
  model.script({ when: { lastUserIncludes: 'First' }, text: 'Begun.' });
  const { conversationId, messageId: firstId } = await startChat(personal, agentId, { message: 'First' });
  await pollResult(personal, agentId, firstId);
  model.script({ when: { lastUserIncludes: 'twice' }, text: 'Once is enough.', firstTokenDelayMs: 2_000 });
  const posted = await Promise.all([1, 2, 3].map(() => startChat(personal, agentId, { message: 'Posted twice', conversationId })));
  expect(new Set(posted.map(({ messageId }) => messageId)).size).toBe(1);

  const keyed = { ...personal, headers: { ...personal.headers, 'Idempotency-Key': 'one-attempt-of-a-page' } };
  const attempts = [];
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const started = await startChat(keyed, agentId, { message: 'Sent again after a lost answer', conversationId });
    await pollResult(personal, agentId, started.messageId);
    attempts.push(started);
  }
  expect(attempts[1]).toEqual(attempts[0]);
});

test('a partner key names the wallet in a header: create, list, change, talk, pause, revive', async ({ app, model }) => {
  const operator = await signInOverHttp(app.url, operatorKey);
  const key = await mintKey(operator, 'partner');
  const stranger = `0x${'Ab12'.repeat(10)}`;
  const caller = { base: `${app.url}/api/selfclaw`, headers: { Authorization: `Bearer ${key}`, 'X-Wallet-Address': stranger } };
  const send = (method: string, path: string, body?: object) =>
    fetch(`${caller.base}${path}`, {
      method,
      headers: { ...caller.headers, ...(body ? { 'Content-Type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });

  const created = await send('POST', '/v1/hosted-agents', {
    name: 'MarketBot',
    personaTemplate: 'analyst',
    description: 'Tracks token markets',
    interests: ['DeFi', 'token launches'],
  });
  expect(created.status).toBe(201);
  const { agent, privateKey } = (await created.json()) as { agent: { id: number; publicKey: string }; privateKey: string };
  expect(privateKey).toMatch(/^[A-Za-z0-9+/]+=*$/);
  expect(agent).toMatchObject({ name: 'MarketBot', personaTemplate: 'analyst', interests: ['DeFi', 'token launches'], icon: 'bot' });

  const { agents } = (await (await send('GET', '/v1/hosted-agents')).json()) as { agents: { id: number }[] };
  expect(agents.map(({ id }) => id)).toEqual([agent.id]);

  const changes = { description: 'Updated description', enabledSkills: ['news-radar', 'wallet-monitor'], status: 'active' };
  const changed = await send('PATCH', `/v1/hosted-agents/${agent.id}`, changes);
  expect(changed.status).toBe(200);
  expect(await changed.json()).toMatchObject({ success: true, agent: changes });

  model.script({ when: { lastUserIncludes: 'trending' }, text: 'None that I know of.' });
  const chat = await startChat(caller, agent.id, { message: 'What tokens are trending?' });
  expect((await pollResult(caller, agent.id, chat.messageId)).content).toBe('None that I know of.');
  const streamed = await readAnswer(await requestEvents(caller, agent.id, { message: 'Hello from the miniapp!' }));
  expect(streamed.text).toBe('You said: Hello from the miniapp!');

  expect(await (await send('DELETE', `/v1/hosted-agents/${agent.id}`)).json()).toMatchObject({
    success: true,
    agent: { status: 'paused' },
  });
  expect(await (await send('PATCH', `/v1/hosted-agents/${agent.id}`, { status: 'active' })).json()).toMatchObject({
    agent: { status: 'active' },
  });

  const withoutWallet = await fetch(`${caller.base}/v1/hosted-agents`, { headers: { Authorization: `Bearer ${key}` } });
  expect(withoutWallet.status).toBe(400);
});

test('templates, skills, soul, settings and memories as documented', async ({ app }) => {
  const { personal, agentId } = await setUp(app);
  const caller = { origin: app.url, headers: personal.headers };
  const { templates } = await mustCall<{ templates: { id: string; suggestedChips: string[] }[] }>(
    caller,
    'GET',
    '/v1/hosted-agents/templates',
  );
  expect(templates).toHaveLength(27);
  const skills = await mustCall<{ id: string }[]>(caller, 'GET', '/v1/hosted-agents/skills');
  expect(skills.map(({ id }) => id)).toContain('news-radar');
  const enable = () => mustCall(caller, 'POST', `/v1/hosted-agents/${agentId}/skills/news-radar/enable`);
  await mustCall(caller, 'POST', `/v1/hosted-agents/${agentId}/skills/news-radar/disable`);
  expect(await enable()).toMatchObject({ success: true, agent: { id: agentId } });
  expect(await enable()).toEqual({ success: true, message: 'Skill already enabled' });

  const soul = 'I am a DeFi specialist who speaks in a dry, witty tone...';
  await mustCall(caller, 'PUT', `/v1/hosted-agents/${agentId}/soul`, { soul });
  expect(await mustCall(caller, 'GET', `/v1/hosted-agents/${agentId}/soul`)).toMatchObject({
    soul,
    updatedAt: expect.stringMatching(/Z$/),
  });

  const { memory } = await mustCall<{ memory: { id: string } }>(caller, 'POST', `/v1/hosted-agents/${agentId}/memories`, {
    content: 'Prefers brief, actionable responses',
    category: 'preference',
  });
  await mustCall(caller, 'PATCH', `/v1/hosted-agents/${agentId}/memories/${memory.id}`, { content: 'Prefers long answers' });
  expect(await mustCall(caller, 'GET', `/v1/hosted-agents/${agentId}/memories?category=preference`)).toMatchObject({
    memories: [
      {
        id: memory.id,
        category: 'preference',
        fact: 'Prefers long answers',
        content: 'Prefers long answers',
        mentionCount: 1,
        pinned: false,
      },
    ],
    limit: 100,
    offset: 0,
  });
  await mustCall(caller, 'DELETE', `/v1/hosted-agents/${agentId}/memories/${memory.id}`);
  expect(await mustCall(caller, 'GET', `/v1/hosted-agents/${agentId}/memories`)).toMatchObject({ memories: [] });

  expect(await mustCall(caller, 'GET', `/v1/hosted-agents/${agentId}`)).toMatchObject({
    agent: { id: agentId, modelInfo: { chat: 'grok-4-1-fast-non-reasoning', tier: 'free', provider: 'xai' } },
    stats: { memoriesCount: 0, pendingTasksCount: 0 },
  });
});

test('health, and the manifest that a client reads at its start', async ({ app }) => {
  const base = `${app.url}/api/selfclaw`;
  expect(await (await fetch(`${base}/v1/miniapp/health`)).json()).toEqual({ ok: true });
  const health = (await (await fetch(`${base}/v1/gateway/health`)).json()) as { features: string[] };
  expect(health).toMatchObject({ status: 'ok', db: 'ok', dbLatencyMs: expect.any(Number), timestamp: expect.stringMatching(/Z$/) });
  expect(health.features.length).toBeGreaterThan(0);
  const manifest = await fetch(`${base}/v1/gateway/endpoints`);
  const { endpoints, totalEndpoints } = (await manifest.json()) as {
    endpoints: { method: string; path: string; auth: string; description: string }[];
    totalEndpoints: number;
  };
  expect(totalEndpoints).toBe(endpoints.length);
  for (const line of [
    'GET /v1/gateway/health none',
    'GET /v1/gateway/endpoints none',
    'POST /v1/hosted-agents/:id/chat mck_key + ownership',
  ]) {
    expect(endpoints.map(({ method, path, auth }) => `${method} ${path} ${auth}`)).toContain(line);
  }
});

test('without a key 401, an empty message 400, an unknown agent 404, a spent day 429 with the time of its reset', async ({
  app,
  model,
}) => {
  const { personal, agentId } = await setUp(app);
  const post = (id: number, body: object, headers = personal.headers) =>
    fetch(`${personal.base}/v1/hosted-agents/${id}/chat`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  expect((await fetch(`${personal.base}/v1/hosted-agents`)).status).toBe(401);
  const empty = await post(agentId, {});
  expect([empty.status, ((await empty.json()) as { error: string }).error]).toEqual([400, 'Message is required']);
  expect((await post(agentId + 1, { message: 'Hello!' })).status).toBe(404);

  model.script({ when: { lastUserIncludes: 'Spend' }, text: 'Spent.', usage: { inputTokens: 48_900, outputTokens: 1_000 } });
  const { messageId } = await startChat(personal, agentId, { message: 'Spend it' });
  await pollResult(personal, agentId, messageId);
  const spent = await post(agentId, { message: 'Hello!' });
  expect(spent.status).toBe(429);
  expect(await spent.json()).toMatchObject({ error: expect.stringMatching(/\w+ \w+/) });
  expect(Number(spent.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(spent.headers.get('x-quota-reset')).toMatch(/T00:00:00/);
});
