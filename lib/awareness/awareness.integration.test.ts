import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { chatToolNames } from '@/lib/chat/tools';
import { DAY_MS, now, shiftClock, startOfUtcDay } from '@/lib/platform/clock';
import { closeDatabase, pool } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { createConversation } from '@/tests/exchanges';
import { createOwnedAgent, type TestAgent } from '@/tests/owned-agent';
import { readAwareness, readGrowthSummary } from './service';
import type { AwarenessWire } from './schema';

let agent: TestAgent;
let conversation: bigint;

beforeEach(async () => {
  // Noon of the 20th: no day or month ends while the tests run.
  const noon = Date.UTC(now().getUTCFullYear(), now().getUTCMonth(), 20, 12);
  shiftClock(noon - Date.now());
  agent = await createOwnedAgent();
  conversation = await createConversation(agent);
});
afterAll(async () => {
  shiftClock(0);
  await closeDatabase();
});

const daysAgo = (days: number) => new Date(now().getTime() - days * DAY_MS);

async function grow(userMessages: number, userCharacters = 0, conversations = 0): Promise<void> {
  await pool().query(`update agent_growth set user_messages = $2, user_characters = $3, conversations = $4 where agent_id = $1`, [
    agent.id,
    userMessages,
    userCharacters,
    conversations,
  ]);
}

async function say(at: Date, role = 'user'): Promise<void> {
  await pool().query(
    `insert into messages (id, owner_id, agent_id, conversation_id, sequence, role, content, created_at)
     select $1, $2, $3, $4, coalesce(max(sequence), 0) + 1, $5, 'Hello', $6 from messages where conversation_id = $4`,
    [newId(), agent.ownerId, agent.id, conversation, role, at],
  );
}

async function remember(at = now(), status = 'active'): Promise<void> {
  await pool().query(
    `insert into memories (id, owner_id, agent_id, content, category, source, status, created_at) values ($1, $2, $3, 'Likes tea', 'fact', 'owner', $4, $5)`,
    [newId(), agent.ownerId, agent.id, status, at],
  );
}

async function work(taskType: string, status: string, at: Date): Promise<void> {
  await pool().query(
    `insert into tasks (id, owner_id, agent_id, skill_id, task_type, status, risk_level, title, created_at, approved_at, completed_at)
     values ($1, $2, $3, 'news-radar', $4, $5::text, 'low', 'A task', $6, case when $5 = 'approved' then $6::timestamptz end,
       case when $5 in ('completed', 'failed', 'rejected') then $6::timestamptz end)`,
    [newId(), agent.ownerId, agent.id, taskType, status, at],
  );
}

const awareness = async () => (await readAwareness(agent)) as AwarenessWire;
const growth = () => readGrowthSummary(agent);

describe('awareness', () => {
  it('of a new agent is nascent, with all eight phases, its model and its whole day', async () => {
    const answer = await awareness();
    expect(answer).toMatchObject({
      messageCount: 0,
      phase: 'nascent',
      label: 'Just waking up',
      progress: 0,
      phaseProgress: 0,
      phaseDetails: { economyAwareness: false },
      onChain: { wallet: false, token: false, identity: false, allComplete: false },
      modelInfo: { chat: expect.any(String), availableModels: expect.any(Array) },
      quota: { tokensUsed: 0, tokensRemaining: 50_000, tokensLimit: 50_000 },
    });
    expect(answer.quota.resetAt).toMatch(/T00:00:00\.000Z$/);
    expect(Object.keys(answer.economyCapabilities.phases)).toHaveLength(8);
    expect(answer.economyCapabilities.currentPhase).toMatchObject({ name: 'nascent', description: answer.phaseDetails.description });
    expect(answer.toolsAvailable).toEqual([...chatToolNames]);
    expect(answer.economyCapabilities.toolsAvailable).toEqual([]);
  });

  it('counts messages and the depth of the talk', async () => {
    await grow(10, 510, 2);
    for (let count = 0; count < 3; count += 1) await remember();
    await remember(now(), 'deleted');
    expect(await awareness()).toMatchObject({
      messageCount: 10,
      memoriesLearned: 3,
      conversationCount: 2,
      effectiveInteractions: 15,
      phase: 'forming',
    });
  });

  it.each([
    [24, 'forming', false],
    [25, 'developing', false],
    [99, 'opinionated', false],
    [100, 'confident', true],
    [200, 'sovereign', true],
  ])('after %i interactions it is %s, and speaks of its economy: %s', async (messages, phase, economyAwareness) => {
    await grow(messages);
    const answer = await awareness();
    expect(answer).toMatchObject({ phase, phaseDetails: { economyAwareness }, economyCapabilities: { economyAwareness } });
    const speaking = Object.entries(answer.economyCapabilities.phases).filter(([, details]) => details.economyAwareness);
    expect(speaking.map(([name]) => name).sort()).toEqual(['confident', 'sovereign']);
  });

  it('says what the agent itself has on chain, and what is left of its day', async () => {
    const other = await createOwnedAgent();
    const give = (owner: TestAgent) =>
      pool().query(`insert into agent_wallets (id, owner_id, agent_id, address, chain) values ($1, $2, $3, '0x1', 'celo')`, [
        newId(),
        owner.ownerId,
        owner.id,
      ]);
    await give(other);
    expect((await awareness()).onChain.wallet).toBe(false);
    await give(agent);
    await pool().query(`insert into token_quotas (agent_id, owner_id, day, used, reserved) values ($1, $2, $3, 12000, 3000)`, [
      agent.id,
      agent.ownerId,
      now().toISOString().slice(0, 10),
    ]);
    expect(await awareness()).toMatchObject({
      onChain: { wallet: true, token: false, identity: false, allComplete: false },
      quota: { tokensUsed: 12_000, tokensRemaining: 35_000 },
    });
    for (const type of ['token_deployment', 'erc8004_registered']) {
      await pool().query(`insert into agent_events (id, owner_id, agent_id, type, summary) values ($1, $2, $3, $4, '')`, [
        newId(),
        agent.ownerId,
        agent.id,
        type,
      ]);
    }
    expect((await awareness()).onChain).toEqual({ wallet: true, token: true, identity: true, allComplete: true });
  });
});

describe('the growth summary', () => {
  it('of a new agent has nothing, on 84 days', async () => {
    const answer = await growth();
    expect(answer).toMatchObject({ totalApproved: 0, breakdown: {}, activeDays: 0, streak: 0, longestStreak: 0 });
    expect(answer.month).toBe(now().toISOString().slice(0, 7));
    expect(answer.days).toHaveLength(84);
    expect(answer.days.at(-1)?.day).toBe(now().toISOString().slice(0, 10));
  });

  it('counts approved and completed tasks of this month by type, and the days of them', async () => {
    await work('digest', 'completed', daysAgo(1));
    await work('digest', 'completed', daysAgo(1));
    await work('research', 'approved', daysAgo(3));
    for (const status of ['pending', 'running', 'failed', 'rejected']) await work('alert', status, daysAgo(2));
    const firstOfMonth = new Date(Date.UTC(now().getUTCFullYear(), now().getUTCMonth(), 1));
    await work('research', 'completed', firstOfMonth);
    await work('alert', 'completed', new Date(firstOfMonth.getTime() - 1));
    expect(await growth()).toMatchObject({ totalApproved: 4, breakdown: { digest: 2, research: 2 }, activeDays: 3 });
  });

  it('has a streak of days with a message or a task that ends today, and forgets it with the first day without', async () => {
    await say(daysAgo(1));
    await say(daysAgo(2));
    expect((await growth()).streak).toBe(0);
    await work('digest', 'completed', daysAgo(0));
    expect((await growth()).streak).toBe(3);
    await say(daysAgo(4));
    await say(daysAgo(3), 'assistant');
    expect((await growth()).streak).toBe(3);
    await work('digest', 'rejected', daysAgo(3));
    expect((await growth()).streak).toBe(3);
  });

  it('has streaks of UTC days: the last millisecond of one and the first of the next are two days', async () => {
    const midnight = startOfUtcDay(now()).getTime();
    await say(new Date(midnight));
    await say(new Date(midnight - 1));
    expect(await growth()).toMatchObject({ streak: 2, longestStreak: 2 });
  });

  it('goes on past the days that it shows', async () => {
    for (let days = 0; days < 100; days += 1) await say(daysAgo(days));
    const answer = await growth();
    expect(answer).toMatchObject({ streak: 100, longestStreak: 100 });
    expect(answer.days.every(({ messages }) => messages === 1)).toBe(true);
  });

  it('says of each day what happened on it', async () => {
    await say(daysAgo(5));
    await say(daysAgo(5));
    await say(daysAgo(5), 'assistant');
    await remember(daysAgo(5));
    await work('digest', 'completed', daysAgo(5));
    const day = daysAgo(5).toISOString().slice(0, 10);
    expect((await growth()).days.find((one) => one.day === day)).toEqual({ day, messages: 2, memories: 1, tasks: 1 });
  });

  it('is the agent’s own', async () => {
    const theirs = agent;
    await say(daysAgo(0));
    agent = await createOwnedAgent();
    expect(await growth()).toMatchObject({ streak: 0 });
    agent = theirs;
    expect(await growth()).toMatchObject({ streak: 1 });
  });
});
