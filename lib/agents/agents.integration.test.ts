import { createPrivateKey, createPublicKey } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { shiftClock } from '@/lib/platform/clock';
import { pool } from '@/lib/platform/database';
import { callApi, callJson, createAgent, createKey, signIn } from '@/tests/api';
import { keepInsideMinute } from '@/tests/clock';
import type { AgentWire } from './schema';

const AGENTS = '/api/selfclaw/v1/hosted-agents';

afterEach(() => shiftClock(0));

describe('agents', () => {
  it('never number more than three, however many creations run at once', async () => {
    const owner = await signIn();
    const statuses = await Promise.all(
      Array.from(
        { length: 20 },
        async (_, index) => (await callApi('POST', AGENTS, { headers: owner.headers, body: { name: `Agent ${index}` } })).status,
      ),
    );
    expect(statuses.filter((status) => status === 201)).toHaveLength(3);
    expect(statuses.filter((status) => status === 409)).toHaveLength(17);
    expect((await callJson<{ agents: unknown[] }>('GET', AGENTS, { headers: owner.headers })).agents).toHaveLength(3);
  });

  it('are paused once, and say so once, however many ask for it at once', async () => {
    const owner = await signIn();
    const id = await createAgent(owner.headers);
    const pause = () => callApi('PATCH', `${AGENTS}/${id}`, { headers: owner.headers, body: { status: 'paused' } });
    expect((await Promise.all(Array.from({ length: 8 }, pause))).map((answer) => answer.status)).toEqual(Array(8).fill(200));
    const { rows } = await pool().query(`select 1 from agent_events where agent_id = $1 and type = 'agent_paused'`, [id]);
    expect(rows).toHaveLength(1);
  });

  it('that lack a field are refused by a sentence that names it', async () => {
    const owner = await signIn();
    const errorOf = async (method: string, path: string, body: unknown) =>
      ((await (await callApi(method, path, { headers: owner.headers, body })).json()) as { error: string }).error;
    expect(await errorOf('POST', AGENTS, {})).toBe('Name is required');
    expect(await errorOf('POST', AGENTS, { name: 7 })).toBe('name: must be text');
    const id = await createAgent(owner.headers);
    expect(await errorOf('PUT', `${AGENTS}/${id}/soul`, {})).toBe('Soul is required');
    expect(await errorOf('POST', `${AGENTS}/${id}/chat`, {})).toBe('Message is required');
    expect(await errorOf('POST', `${AGENTS}/${id}/chat`, { message: '' })).toBe('Message is required');
    expect(await errorOf('GET', `${AGENTS}/${id}/messages`, undefined)).toBe('ConversationId is required');
  });

  it('get a key pair whose private half is returned once and stored nowhere', async () => {
    const owner = await signIn();
    const { agent, privateKey } = await callJson<{ agent: AgentWire; privateKey: string }>('POST', AGENTS, {
      headers: owner.headers,
      body: { name: 'Keyed' },
    });
    expect(agent.publicKey).toMatch(/^MCowBQYDK2VwAyEA/);
    const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), type: 'pkcs8', format: 'der' });
    expect(createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')).toBe(agent.publicKey);
    const { rows } = await pool().query(`select to_jsonb(a) as row from agents a where id = $1`, [agent.id]);
    expect(JSON.stringify(rows)).not.toContain(privateKey.slice(-40));
  });

  it('start from their template, echo unknown template ids, and behave as general then', async () => {
    const owner = await signIn();
    const trading = await callJson<{ agent: AgentWire }>('POST', AGENTS, {
      headers: owner.headers,
      body: { name: 'Trader', personaTemplate: 'trading' },
    });
    expect(trading.agent.enabledSkills.length).toBeGreaterThan(0);
    expect(trading.agent.description).not.toBe('');
    const analyst = await callJson<{ agent: AgentWire }>('POST', AGENTS, {
      headers: owner.headers,
      body: { name: 'Ana', personaTemplate: 'analyst' },
    });
    expect(analyst.agent.personaTemplate).toBe('analyst');
    expect(analyst.agent.suggestedChips.length).toBeGreaterThan(0);
  });

  // reliability: 13
  it('are made once for 20 twins with one Idempotency-Key, and all get the same body', async () => {
    const owner = await signIn();
    const headers = { ...owner.headers, 'idempotency-key': 'make-one' };
    const twins = await Promise.all(Array.from({ length: 20 }, () => callApi('POST', AGENTS, { headers, body: { name: 'Single' } })));
    const bodies = new Set(await Promise.all(twins.map((twin) => twin.text())));
    expect(new Set(twins.map((twin) => twin.status))).toEqual(new Set([201]));
    expect(bodies.size).toBe(1);
    expect((await callJson<{ agents: unknown[] }>('GET', AGENTS, { headers: owner.headers })).agents).toHaveLength(1);
    expect((await callApi('POST', AGENTS, { headers, body: { name: 'Other' } })).status).toBe(409);
    const { rows } = await pool().query(`select answer from idempotency_records where answer is not null`);
    const [body] = bodies;
    const { privateKey } = JSON.parse(body ?? '{}') as { privateKey: string };
    expect(rows.some((row: { answer: Buffer }) => row.answer.includes(Buffer.from(privateKey.slice(0, 20))))).toBe(false);
  });

  // reliability: 9
  it('keep what a PATCH leaves out, and what it may not write', async () => {
    const owner = await signIn();
    const id = await createAgent(owner.headers, { name: 'Before', personaTemplate: 'coach', interests: ['chess'] });
    const before = (await pool().query(`select * from agents where id = $1`, [id])).rows[0];
    const forbidden = {
      id: 1,
      ownerId: 'x',
      owner_id: 'x',
      publicKey: 'x',
      createdAt: '2000-01-01',
      spawningStatus: 'ready',
      status2: 'x',
    };
    await callJson('PATCH', `${AGENTS}/${id}`, { headers: owner.headers, body: forbidden });
    await callJson('PUT', `${AGENTS}/${id}/settings`, {
      headers: owner.headers,
      body: { ...forbidden, status: 'paused', webhookUrl: 'https://example.com/x' },
    });
    const after = (await pool().query(`select * from agents where id = $1`, [id])).rows[0];
    expect({ ...after, updated_at: 0 }).toEqual({ ...before, updated_at: 0 });
    const { agent } = await callJson<{ agent: AgentWire }>('PATCH', `${AGENTS}/${id}`, {
      headers: owner.headers,
      body: { name: 'After', humorStyle: 'dry-wit' },
    });
    expect(agent).toMatchObject({ name: 'After', humorStyle: 'dry-wit', interests: ['chess'] });
  });

  it('are paused by a key and erased from a session, with everything they had', async () => {
    const owner = await signIn();
    const key = await createKey(owner);
    const id = await createAgent(owner.headers);
    expect(await callJson('DELETE', `${AGENTS}/${id}`, { headers: key.headers })).toMatchObject({
      success: true,
      agent: { status: 'paused' },
    });
    expect(await callJson('PATCH', `${AGENTS}/${id}`, { headers: key.headers, body: { status: 'active' } })).toMatchObject({
      agent: { status: 'active' },
    });
    expect(await callJson('DELETE', `${AGENTS}/${id}`, { headers: owner.headers })).toEqual({ success: true });
    expect((await callApi('GET', `${AGENTS}/${id}`, { headers: owner.headers })).status).toBe(404);
    expect((await pool().query(`select 1 from souls where agent_id = $1`, [id])).rowCount).toBe(0);
  });

  it('are listed by the same number of statements, whether one or three', async () => {
    // The next minute would cost a statement of its own for the caller's budget.
    keepInsideMinute();
    const owner = await signIn();
    const count = async () => {
      const query = pool().query.bind(pool());
      let statements = 0;
      pool().query = ((...input: Parameters<typeof query>) => {
        statements += 1;
        return query(...input);
      }) as typeof query;
      await callJson('GET', AGENTS, { headers: owner.headers });
      pool().query = query;
      return statements;
    };
    await createAgent(owner.headers);
    await count();
    const one = await count();
    await createAgent(owner.headers);
    await createAgent(owner.headers);
    expect(one).toBeGreaterThan(3);
    expect(await count()).toBe(one);
  });
});

describe('the soul', () => {
  it('is never overwritten by somebody who read an older one', async () => {
    const owner = await signIn();
    const id = await createAgent(owner.headers);
    const path = `${AGENTS}/${id}/soul`;
    const { updatedAt } = await callJson<{ updatedAt: string }>('GET', path, { headers: owner.headers });
    const edits = await Promise.all(
      Array.from(
        { length: 10 },
        async (_, index) =>
          (
            await callApi('PUT', path, {
              headers: owner.headers,
              body: { soul: `I am the edit number ${index}.`, expectedUpdatedAt: updatedAt },
            })
          ).status,
      ),
    );
    expect(edits.filter((status) => status === 200)).toHaveLength(1);
    expect(edits.filter((status) => status === 409)).toHaveLength(9);
    const { rows } = await pool().query(`select version from soul_versions where agent_id = $1 order by version`, [id]);
    expect(rows.map((row: { version: number }) => row.version)).toEqual([1, 2]);
  });
});

describe('skills', () => {
  it('are enabled once by many callers at once, and disabled', async () => {
    const owner = await signIn();
    const id = await createAgent(owner.headers);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        callJson<{ message?: string }>('POST', `${AGENTS}/${id}/skills/news-radar/enable`, { headers: owner.headers }),
      ),
    );
    expect(answers.filter((answer) => answer.message === 'Skill already enabled')).toHaveLength(9);
    const { agent } = await callJson<{ agent: AgentWire }>('POST', `${AGENTS}/${id}/skills/news-radar/disable`, { headers: owner.headers });
    expect(agent.enabledSkills).toEqual([]);
    expect((await callApi('POST', `${AGENTS}/${id}/skills/no-such-skill/enable`, { headers: owner.headers })).status).toBe(404);
  });
});
