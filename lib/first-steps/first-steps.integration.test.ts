import { afterAll, beforeEach, expect, it } from 'vitest';
import { createProviders } from '@/lib/llm/providers';
import { closeDatabase, pool } from '@/lib/platform/database';
import { closeJobs } from '@/lib/platform/jobs';
import { callApi, callJson, createAgent, createKey, signIn, type SignedIn } from '@/tests/api';
import { createWordEmbedder, replaceModels } from '@/tests/word-embedder';
import type { FirstStepsWire } from './schema';

const STEPS = '/api/selfclaw/v1/first-steps';
const AGENTS = '/api/selfclaw/v1/hosted-agents';

let owner: SignedIn;

beforeEach(async () => {
  replaceModels({ embedder: createWordEmbedder(), providers: createProviders({ probeLoopback: false }) });
  owner = await signIn();
});

afterAll(async () => {
  await closeJobs();
  await closeDatabase();
});

const read = () => callJson<FirstStepsWire>('GET', STEPS, { headers: owner.headers });
const change = (body: object) => callJson<FirstStepsWire>('PUT', STEPS, { headers: owner.headers, body });
const done = async () => (await read()).steps.filter((step) => step.done).map(({ id }) => id);

it('fills as things happen', async () => {
  expect(await read()).toMatchObject({ doneCount: 0, agentId: null, dismissed: false });
  const agentId = await createAgent(owner.headers);
  expect(await read()).toMatchObject({ doneCount: 1, agentId });
  await callJson('POST', `${AGENTS}/${agentId}/chat`, { headers: owner.headers, body: { message: 'Hello' } });
  expect(await done()).toEqual(['agent', 'hello']);
  await callJson('POST', `${AGENTS}/${agentId}/memories`, { headers: owner.headers, body: { content: 'I like maps' } });
  expect(await done()).toEqual(['agent', 'hello', 'fact']);
  await change({ memorySeen: true });
  expect(await done()).toEqual(['agent', 'hello', 'fact', 'memory']);
  await callJson('PUT', `${AGENTS}/${agentId}/soul`, { headers: owner.headers, body: { soul: 'I am calm and precise.' } });
  expect(await done()).toEqual(['agent', 'hello', 'fact', 'memory', 'soul']);
  await createKey(owner);
  expect(await read()).toMatchObject({ doneCount: 6, dismissed: false });
});

it('counts a connected model as much as a key', async () => {
  replaceModels({ providers: createProviders({ xai: { apiKey: 'k', baseUrl: 'http://127.0.0.1:9' }, probeLoopback: false }) });
  expect(await done()).toEqual(['connect']);
});

it("looks at the owner's own rows alone", async () => {
  const other = await signIn();
  await createAgent(other.headers);
  await createKey(other);
  expect((await read()).doneCount).toBe(0);
});

it('is put away for good, brought back, and keeps when a memory was first seen', async () => {
  expect((await change({ dismissed: true })).dismissed).toBe(true);
  expect((await change({ memorySeen: true })).dismissed).toBe(true);
  const seenAt = async () =>
    (await pool().query('select memory_seen_at as at from users where id = $1', [owner.ownerId])).rows[0]?.at?.toISOString();
  const first = await seenAt();
  expect(first).toBeDefined();
  expect((await change({ dismissed: false, memorySeen: true })).dismissed).toBe(false);
  expect(await seenAt()).toBe(first);
});

it('is for signed-in browsers alone', async () => {
  const key = await createKey(owner);
  expect([401, 403]).toContain((await callApi('GET', STEPS, { headers: key.headers })).status);
});
