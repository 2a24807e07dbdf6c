import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, now, shiftClock } from '@/lib/platform/clock';
import { closeDatabase, pool } from '@/lib/platform/database';
import { callApi, callJson, createAgent, createKey, signIn, type SignedIn } from '@/tests/api';
import { createOwnedAgent, type TestAgent } from '@/tests/owned-agent';
import { COUNTED_COLUMNS, countCallsSql, type PricedCall, recordCalls } from './calls';
import type { CallType, UsageStatsWire } from './schema';
import { usageStats } from './service';
import { sweepUsage } from './sweep';
import { usageWindows } from './windows';

let agent: TestAgent;

beforeEach(async () => {
  // Half past: no hour ends while a test runs.
  shiftClock(0);
  shiftClock(HOUR_MS / 2 - (now().getTime() % HOUR_MS));
  agent = await createOwnedAgent();
  await sweepUsage();
});
afterAll(async () => {
  shiftClock(0);
  await closeDatabase();
});

const call = (more: Partial<PricedCall> = {}): PricedCall => ({
  model: 'gpt-5-mini',
  provider: 'openai',
  inputTokens: 100,
  outputTokens: 20,
  usageEstimated: false,
  costMicroUsd: 65,
  latencyMs: 800,
  firstTokenMs: 300,
  finishReason: 'stop',
  ...more,
});

/** A call at another time, written as every writer writes it. */
async function recordAt(at: Date, callType: CallType, one: PricedCall = call()): Promise<void> {
  await pool().query(
    `with recorded as (
       insert into model_calls (id, owner_id, agent_id, call_type, model, provider, input_tokens, output_tokens, cost_micro_usd, latency_ms,
         finish_reason, created_at)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning ${COUNTED_COLUMNS}
     ) ${countCallsSql('recorded')}`,
    [
      agent.ownerId,
      agent.id,
      callType,
      one.model,
      one.provider,
      one.inputTokens,
      one.outputTokens,
      one.costMicroUsd,
      one.latencyMs,
      one.finishReason,
      at,
    ],
  );
}

/** The sums that stand in the hours, and those of the calls themselves. */
async function sums() {
  const text = (table: string, calls: string) =>
    `select coalesce(sum(${calls}), 0)::int as calls, coalesce(sum(input_tokens), 0)::int as input, coalesce(sum(output_tokens), 0)::int as output,
            coalesce(sum(cost_micro_usd), 0)::int as cost, coalesce(sum(latency_ms), 0)::int as latency from ${table} where agent_id = $1`;
  const [hours, calls] = await Promise.all(
    [text('usage_hours', 'calls'), text('model_calls', '1')].map(async (sql) => (await pool().query(sql, [agent.id])).rows[0]),
  );
  return { hours, calls };
}

const ago = (ms: number) => new Date(now().getTime() - ms);

describe('usage statistics', () => {
  it('of an agent that asked nothing are nought, with every day of the period', async () => {
    const stats = await usageStats(agent);
    expect(stats).toMatchObject({
      agentId: String(agent.id),
      totalCalls30d: 0,
      avgLatencyMs: 0,
      callsByType: [],
      finishReasons: [],
      topModels: [],
    });
    expect(stats.tokens).toEqual({ last24h: 0, last7d: 0, last30d: 0, '24h': 0, '7d': 0, '30d': 0 });
    expect([31, 32]).toContain(stats.days.length);
    expect(stats.days.every(({ calls }) => calls === 0)).toBe(true);
  });

  it('sum what was recorded, by window, kind, model, way to end and day', async () => {
    await recordAt(ago(HOUR_MS), 'chat');
    await recordAt(ago(HOUR_MS), 'chat', call({ finishReason: 'tool-calls', latencyMs: 200, inputTokens: 300, costMicroUsd: 115 }));
    await recordAt(ago(3 * DAY_MS), 'skill', call({ model: 'grok-4-1-fast-non-reasoning', provider: 'xai', costMicroUsd: 30 }));
    await recordAt(ago(20 * DAY_MS), 'guard', call({ model: 'llama3.2', provider: 'local', costMicroUsd: 0 }));
    const stats = await usageStats(agent);
    expect(stats.tokens).toEqual({ last24h: 440, last7d: 560, last30d: 680, '24h': 440, '7d': 560, '30d': 680 });
    expect(stats.cost).toMatchObject({ last24h: 0.00018, last7d: 0.00021, last30d: 0.00021, '24h': 0.00018 });
    expect(stats).toMatchObject({ totalCalls30d: 4, avgLatencyMs: 650 });
    expect(stats.callsByType).toEqual([
      { type: 'chat', calls: 2, tokens: 440, avgLatencyMs: 500, costEstimate: 0.00018 },
      { type: 'guard', calls: 1, tokens: 120, avgLatencyMs: 800, costEstimate: 0 },
      { type: 'skill', calls: 1, tokens: 120, avgLatencyMs: 800, costEstimate: 0.00003 },
    ]);
    expect(stats.finishReasons).toEqual([
      { reason: 'stop', count: 3 },
      { reason: 'tool_calls', count: 1 },
    ]);
    expect(stats.topModels).toEqual([
      { model: 'gpt-5-mini', provider: 'OpenAI', calls: 2, tokens: 440, costEstimate: 0.00018 },
      { model: 'llama3.2', provider: 'local', calls: 1, tokens: 120, costEstimate: 0 },
      { model: 'grok-4-1-fast-non-reasoning', provider: 'xAI', calls: 1, tokens: 120, costEstimate: 0.00003 },
    ]);
    const day = ago(3 * DAY_MS)
      .toISOString()
      .slice(0, 10);
    expect(stats.days.find((one) => one.day === day)).toEqual({ day, calls: 1, tokens: 120, costEstimate: 0.00003 });
    expect(stats.days.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(680);
  });

  it('begin with the full hour, and leave out what is older', async () => {
    const { day, week, month } = usageWindows(now());
    for (const start of [day, week, month]) {
      await recordAt(start, 'chat');
      await recordAt(new Date(start.getTime() - 1), 'chat');
    }
    const stats = await usageStats(agent);
    expect(stats.period.from).toBe(month.toISOString());
    expect([stats.tokens.last24h, stats.tokens.last7d, stats.tokens.last30d]).toEqual([120, 360, 600]);
    expect(stats.totalCalls30d).toBe(5);
  });

  it('are those of the agent alone, and for its owner alone', async () => {
    const owner: SignedIn = await signIn();
    const id = await createAgent(owner.headers);
    await recordCalls(agent, 'skill', [call()]);
    const path = `/api/selfclaw/v1/hosted-agents/${id}/usage-stats`;
    expect(await callJson<UsageStatsWire>('GET', path, { headers: owner.headers })).toMatchObject({
      agentId: String(id),
      totalCalls30d: 0,
    });
    const reader = await createKey(owner, { scopes: ['read'] });
    const chatter = await createKey(owner, { scopes: ['chat'] });
    expect((await callApi('GET', path, { headers: reader.headers })).status).toBe(200);
    expect((await callApi('GET', path, { headers: chatter.headers })).status).toBe(403);
    expect((await callApi('GET', path, { headers: (await signIn()).headers })).status).toBe(403);
  });
});

describe('recording', () => {
  it('by many at once loses and doubles nothing, whatever the order of their calls', async () => {
    const kinds = [call(), call({ finishReason: 'length' }), call({ model: 'llama3.2', provider: 'local' })];
    await Promise.all(
      Array.from({ length: 60 }, (_, index) => recordCalls(agent, index % 3 ? 'memory' : 'soul', index % 2 ? kinds : [...kinds].reverse())),
    );
    const { hours, calls } = await sums();
    expect(hours).toEqual(calls);
    expect(hours).toMatchObject({ calls: 180, input: 18_000, output: 3_600 });
  });

  it('of an agent that is gone records nothing', async () => {
    await pool().query(`delete from agents where id = $1`, [agent.id]);
    await recordCalls(agent, 'memory', [call()]);
    expect(await sums()).toMatchObject({ hours: { calls: 0 }, calls: { calls: 0 } });
  });
});

describe('forgetting', () => {
  it('takes what is older than 30 days, the calls with their sums, and leaves the rest', async () => {
    const { month } = usageWindows(now());
    await recordAt(new Date(month.getTime() - 1), 'chat');
    await recordAt(new Date(month.getTime() - 40 * DAY_MS), 'memory');
    await recordAt(month, 'chat');
    await recordAt(ago(HOUR_MS), 'chat');
    expect(await sweepUsage()).toBe(2);
    const { hours, calls } = await sums();
    expect(hours).toEqual(calls);
    expect(hours).toMatchObject({ calls: 2 });
    expect(await sweepUsage()).toBe(0);
  });

  it('by several workers, while calls are recorded, takes each once and nothing else', async () => {
    const { month } = usageWindows(now());
    for (let hour = 1; hour <= 40; hour += 1) {
      await recordAt(new Date(month.getTime() - hour * HOUR_MS), 'chat');
      await recordAt(new Date(month.getTime() - hour * HOUR_MS), 'memory');
    }
    const writers = Array.from({ length: 30 }, () => recordCalls(agent, 'memory', [call()]));
    const forgotten = await Promise.all([...Array.from({ length: 6 }, sweepUsage)]);
    await Promise.all(writers);
    expect(forgotten.reduce((sum, count) => sum + count, 0)).toBe(80);
    const { hours, calls } = await sums();
    expect(hours).toEqual(calls);
    expect(hours).toMatchObject({ calls: 30 });
  });
});
