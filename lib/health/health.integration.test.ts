import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createProviders } from '@/lib/llm/providers';
import { now, shiftClock } from '@/lib/platform/clock';
import { closeDatabase, pool } from '@/lib/platform/database';
import { newId, newNumericId } from '@/lib/platform/ids';
import { callApi, callJson, createAgent, createKey, signIn, type SignedIn } from '@/tests/api';
import { createWordEmbedder, replaceModels } from '@/tests/word-embedder';
import { writeHeartbeat } from './queries';
import type { AgentHealthWire, InstallHealthWire } from './schema';
import { beat } from './service';

const AGENTS = '/api/selfclaw/v1/hosted-agents';
const INSTALL = '/api/selfclaw/v1/install/health';
const useModel = () => createProviders({ xai: { apiKey: 'test-key', baseUrl: 'http://127.0.0.1:9' }, probeLoopback: false });
const useNone = () => createProviders({ probeLoopback: false });

let owner: SignedIn;
let agentId: number;

beforeEach(async () => {
  // A process that has only just started would wait for its worker's first sign of life.
  vi.spyOn(process, 'uptime').mockReturnValue(3_600);
  replaceModels({ embedder: createWordEmbedder(), providers: useModel() });
  owner = await signIn();
  agentId = await createAgent(owner.headers);
  await pool().query('delete from worker_heartbeats');
  await beat();
});

afterEach(() => {
  vi.restoreAllMocks();
  shiftClock(0);
});
afterAll(closeDatabase);

const healthOfAgent = () => callJson<AgentHealthWire>('GET', `${AGENTS}/${agentId}/health`, { headers: owner.headers });
const healthOfInstall = () => callJson<InstallHealthWire>('GET', INSTALL, { headers: owner.headers });
const reasons = async () => (await healthOfAgent()).problems.map(({ reason }) => reason);

async function useTokens(used: number, reserved = 0): Promise<void> {
  await pool().query(
    `insert into token_quotas (agent_id, owner_id, day, used, reserved) values ($1, $2, $3, $4, $5)
     on conflict (agent_id, day) do update set used = excluded.used, reserved = excluded.reserved`,
    [agentId, owner.ownerId, now().toISOString().slice(0, 10), used, reserved],
  );
}

async function endReply(status: 'completed' | 'error', errorCode: string | null, model = 'grok-4-1-fast-non-reasoning'): Promise<void> {
  const conversationId = newNumericId();
  await pool().query(`insert into conversations (id, owner_id, agent_id) values ($1, $2, $3)`, [conversationId, owner.ownerId, agentId]);
  await pool().query(
    `insert into messages (id, owner_id, agent_id, conversation_id, sequence, role, status, error_code, error, model, completed_at, created_at)
     values ($1, $2, $3, $4, 1, 'assistant', $5, $6, $7, $8, now(), clock_timestamp())`,
    [newId(), owner.ownerId, agentId, conversationId, status, errorCode, errorCode && 'The provider said no.', model],
  );
}

describe('an agent', () => {
  it('that is well has no problem, and says what is left of its day', async () => {
    await useTokens(12_000, 3_000);
    const health = await healthOfAgent();
    expect(health).toMatchObject({ answers: true, problems: [] });
    expect(health.quota).toMatchObject({
      metered: true,
      limitTokens: 50_000,
      usedTokens: 12_000,
      reservedTokens: 3_000,
      remainingTokens: 35_000,
    });
    expect(health.quota.resetsAt).toMatch(/T00:00:00\.000Z$/);
  });

  it('that is paused says so, and since when', async () => {
    await callJson('PATCH', `${AGENTS}/${agentId}`, { headers: owner.headers, body: { status: 'paused' } });
    const health = await healthOfAgent();
    expect(health.answers).toBe(false);
    expect(health.problems).toEqual([expect.objectContaining({ reason: 'paused', since: expect.any(String) })]);
    await callJson('PATCH', `${AGENTS}/${agentId}`, { headers: owner.headers, body: { status: 'active' } });
    expect(await reasons()).toEqual([]);
  });

  it('whose tokens do not cover another reply says so, until when, and is well again on the next day', async () => {
    await useTokens(40_000, 8_000);
    const health = await healthOfAgent();
    expect(health.answers).toBe(false);
    expect(health.problems).toEqual([expect.objectContaining({ reason: 'quota', until: health.quota.resetsAt })]);
    shiftClock(24 * 3_600_000);
    expect(await reasons()).toEqual([]);
  });

  it('says nothing of tokens in recall mode, which costs none, but says that it is recall mode', async () => {
    replaceModels({ providers: useNone() });
    await useTokens(50_000);
    const health = await healthOfAgent();
    expect(health.answers).toBe(true);
    expect(health.quota.metered).toBe(false);
    expect(health.problems.map(({ reason }) => reason)).toEqual(['recall']);
  });

  it('whose provider refused the last reply says why, until a reply succeeds', async () => {
    await endReply('error', 'PROVIDER_AUTH');
    expect((await healthOfAgent()).problems).toEqual([
      expect.objectContaining({ reason: 'provider', code: 'PROVIDER_AUTH', message: 'The provider said no.', since: expect.any(String) }),
    ]);
    await endReply('completed', null);
    expect(await reasons()).toEqual([]);
  });

  it('does not blame the provider for faults of one message, nor a model that no longer answers', async () => {
    await endReply('error', 'CONTENT_FILTERED');
    expect(await reasons()).toEqual([]);
    await endReply('error', 'PROVIDER_AUTH', 'gpt-5.4');
    expect(await reasons()).toEqual([]);
  });

  it('says that it learns nothing while no worker gives a sign of life', async () => {
    await pool().query(`update worker_heartbeats set seen_at = now() - interval '2 minutes'`);
    const health = await healthOfAgent();
    expect(health.answers).toBe(true);
    expect(health.problems).toEqual([expect.objectContaining({ reason: 'worker', since: expect.any(String) })]);
    await beat();
    expect(await reasons()).toEqual([]);
  });

  it('waits with that word while the install is still starting', async () => {
    await pool().query('delete from worker_heartbeats');
    vi.spyOn(process, 'uptime').mockReturnValue(5);
    expect(await reasons()).toEqual([]);
  });

  it('names the gravest problem first', async () => {
    replaceModels({ providers: useNone() });
    await pool().query('delete from worker_heartbeats');
    await callJson('PATCH', `${AGENTS}/${agentId}`, { headers: owner.headers, body: { status: 'paused' } });
    expect(await reasons()).toEqual(['paused', 'recall', 'worker']);
  });

  it('is asked by a key of its owner too, and by nobody else', async () => {
    const key = await createKey(owner, { scopes: ['read'] });
    expect((await callApi('GET', `${AGENTS}/${agentId}/health`, { headers: key.headers })).status).toBe(200);
    const stranger = await signIn();
    expect((await callApi('GET', `${AGENTS}/${agentId}/health`, { headers: stranger.headers })).status).toBe(403);
  });
});

describe('the install', () => {
  it('that is well says so, part by part, with no secret and no address', async () => {
    const health = await healthOfInstall();
    expect(health).toMatchObject({
      status: 'ok',
      database: { migrations: { unfinished: 0 } },
      worker: { state: 'working', processes: 1 },
      models: { mode: 'model', provider: 'xai' },
      jobs: { failed: 0 },
      streams: { open: 0, replies: 0 },
    });
    expect(health.database.version).toMatch(/^\d+/);
    expect(health.database.migrations.applied).toBeGreaterThan(0);
    expect(health.storage.totalBytes).toBeGreaterThan(0);
    expect(JSON.stringify(health)).not.toMatch(/test-key|postgres(ql)?:\/\/|127\.0\.0\.1/);
  });

  it('asks for attention when its worker is silent, or never spoke', async () => {
    await pool().query(`update worker_heartbeats set seen_at = now() - interval '2 minutes'`);
    expect(await healthOfInstall()).toMatchObject({ status: 'attention', worker: { state: 'silent', processes: 0 } });
    await pool().query('delete from worker_heartbeats');
    expect(await healthOfInstall()).toMatchObject({ status: 'attention', worker: { state: 'never', seenAt: null } });
  });

  it('counts its workers, and forgets those that are long gone', async () => {
    await writeHeartbeat(newId());
    const gone = newId();
    await pool().query(`insert into worker_heartbeats (id, seen_at) values ($1, now() - interval '2 days')`, [gone]);
    await beat();
    expect((await healthOfInstall()).worker.processes).toBe(2);
    expect((await pool().query('select 1 from worker_heartbeats where id = $1', [gone])).rowCount).toBe(0);
  });

  it('counts jobs that wait, and asks for attention when one failed at every try', async () => {
    const put = (name: string) =>
      pool().query(`insert into pgboss.job (name, state, start_after) values ($1, 'created', now() - interval '5 minutes')`, [name]);
    await put('memories-extract');
    const waiting = await healthOfInstall();
    expect(waiting).toMatchObject({ status: 'ok', jobs: { waiting: 1, failed: 0, oldestWaitingAt: expect.any(String) } });
    await put('dead-letter');
    const health = await healthOfInstall();
    expect(health).toMatchObject({ status: 'attention', jobs: { waiting: 1, failed: 1 } });
    await pool().query(`delete from pgboss.job where name = 'dead-letter'`);
    expect(await healthOfInstall()).toMatchObject({ status: 'ok', jobs: { failed: 0 } });
  });

  it('says that it runs in recall mode when no model is connected', async () => {
    replaceModels({ providers: useNone() });
    const { models } = await healthOfInstall();
    expect(models).toMatchObject({ mode: 'recall', provider: 'embedded' });
    expect(models.providers.every(({ configured }) => !configured)).toBe(true);
  });
});
