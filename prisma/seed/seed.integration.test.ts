import { beforeAll, describe, expect, it } from 'vitest';
import { chatToolNames } from '@/lib/chat/tools';
import { containsSecret } from '@/lib/memories/secrets';
import { pool } from '@/lib/platform/database';
import { skillIds } from '@/lib/skills/schema';
import { callJson, newWallet, signIn, type SignedIn } from '@/tests/api';
import { createWordEmbedder, replaceModels } from '@/tests/word-embedder';
import { demoAgents, OwnerHasAgents, seedOwner } from './seed-owner';

const AGENTS = '/api/selfclaw/v1/hosted-agents';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the contract machine checks the shape of each answer
type Wire = any;

const account = newWallet();
let owner: SignedIn;

const read = (path: string, from = owner) => callJson<Wire>('GET', path, { headers: { cookie: from.headers.cookie } });

const count = async (table: string) =>
  (await pool().query<{ count: number }>(`select count(*)::int as count from ${table} where owner_id = $1`, [owner.ownerId])).rows[0]!
    .count;

beforeAll(async () => {
  replaceModels({ embedder: createWordEmbedder() });
  await seedOwner(account.address, { replace: false });
  owner = await signIn(account);
});

describe('a seeded owner', () => {
  it('has three lively agents in the list, as their owner sees it', async () => {
    const { agents, summary } = await read(AGENTS);
    expect(agents.map((agent: Wire) => agent.name)).toEqual(['Safari', 'Hazina', 'Lumen']);
    expect(summary).toMatchObject({ activeCount: 3, totalCount: 3 });
    // The newest talks were less than an hour ago, which is yesterday in the first hour of a day.
    if (new Date().getUTCHours() > 0) expect(summary.combinedTokensToday).toBeGreaterThan(1_000);
    expect(summary.totalCostUsd).toBeGreaterThan(0.01);
    for (const agent of agents) {
      expect(agent).toMatchObject({
        pocScore: { grade: expect.any(String) },
        wallets: [{ chain: 'celo' }],
        clarityScore: expect.any(Number),
      });
      expect(agent.memoriesCount).toBeGreaterThanOrEqual(30);
      expect(agent.memoriesCount).toBeLessThanOrEqual(60);
      expect(agent.pendingTaskCount).toBeGreaterThan(0);
      expect(agent.recentTasks).toHaveLength(5);
      expect(agent.enabledSkills.length).toBeGreaterThan(1);
      expect(agent.phase).not.toBe('nascent');
      expect(agent.tokensToday).toBeLessThan(50_000);
      expect(Date.parse(agent.createdAt)).toBeLessThan(Date.now() - 20 * 86_400_000);
    }
  });

  it('has conversations that the pages can show: tables, code, tools, memories, chips, usage, a stopped and a failed reply', async () => {
    const messages: Wire[] = [];
    for (const { id } of (await read(AGENTS)).agents) {
      const { conversations, total } = await read(`${AGENTS}/${id}/conversations`);
      expect(total).toBeGreaterThanOrEqual(6);
      expect(total).toBeLessThanOrEqual(12);
      expect(conversations.every((conversation: Wire) => conversation.openMessageId === null && conversation.title)).toBe(true);
      for (const conversation of conversations) {
        const page = await read(`${AGENTS}/${id}/messages?conversationId=${conversation.id}&limit=100`);
        expect(page.messages).toHaveLength(conversation.messageCount);
        messages.push(...page.messages);
      }
    }
    const replies = messages.filter((message) => message.role === 'assistant');
    for (const agentReplies of [replies]) {
      expect(new Set(agentReplies.map((reply) => reply.status))).toEqual(new Set(['completed', 'stopped', 'error']));
      expect(new Set(agentReplies.map((reply) => reply.usage.model)).size).toBeGreaterThanOrEqual(4);
      expect(new Set(agentReplies.map((reply) => reply.usage.tier))).toEqual(new Set(['free', 'premium']));
    }
    expect(replies.some((reply) => /^\| .* \|$/m.test(reply.content))).toBe(true);
    expect(replies.some((reply) => reply.content.includes('```python'))).toBe(true);
    expect(replies.filter((reply) => reply.memoriesUsed.length > 0).length).toBeGreaterThan(10);
    expect(replies.filter((reply) => reply.memoriesSaved.length > 0).length).toBeGreaterThan(5);
    expect(replies.filter((reply) => reply.status !== 'error').every((reply) => reply.suggestedChips.length >= 2)).toBe(true);
    expect(replies.filter((reply) => reply.status === 'error').every((reply) => reply.error && reply.errorCode)).toBe(true);
    const called = replies.flatMap((reply) => reply.toolCalls ?? []);
    expect(called.length).toBeGreaterThan(5);
    expect(called.every((call) => (chatToolNames as readonly string[]).includes(call.name))).toBe(true);
    expect(messages.every((message) => Date.parse(message.createdAt) <= Date.now() && Date.parse(message.completedAt) <= Date.now())).toBe(
      true,
    );
  });

  it('shows what the agent saw before each reply, as it stands, and a conversation whose beginning was summed up', async () => {
    const [safari] = (await read(AGENTS)).agents;
    const { conversations } = await read(`${AGENTS}/${safari.id}/conversations`);
    let notices = 0;
    for (const { id } of conversations) {
      const { messages } = await read(`${AGENTS}/${safari.id}/messages?conversationId=${id}&limit=100`);
      notices += messages.flatMap((message: Wire) => message.compactions ?? []).length;
      for (const message of messages.filter(({ role }: Wire) => role === 'assistant')) {
        const seen = await read(`${AGENTS}/${safari.id}/messages/${message.id}/prompt`);
        expect(seen.parts.length).toBeGreaterThan(1);
        expect(seen.parts.every((part: Wire) => part.exact)).toBe(true);
      }
    }
    expect(notices).toBe(1);
  });

  it('is found by what was said and by what is remembered', async () => {
    const [safari] = (await read(AGENTS)).agents;
    expect((await read(`${AGENTS}/${safari.id}/conversations/search?q=sprocket`)).total ?? 1).toBeGreaterThan(0);
    const found = await read(`${AGENTS}/${safari.id}/memories?q=Neema`);
    expect(found.total).toBeGreaterThan(1);
  });

  it('has memories with a past: pinned, corrected, strengthened, superseded, forgotten, each change later than the last', async () => {
    const { rows } = await pool().query<{ kind: string; count: number }>(
      `select kind, count(*)::int as count from memory_revisions where owner_id = $1 group by 1`,
      [owner.ownerId],
    );
    expect(new Set(rows.map((row) => row.kind))).toEqual(
      new Set(['archived', 'created', 'edited', 'strengthened', 'superseded', 'deleted']),
    );
    const [safari] = (await read(AGENTS)).agents;
    const { memories } = await read(`${AGENTS}/${safari.id}/memories?limit=200`);
    expect(memories.filter((memory: Wire) => memory.pinned).length).toBeGreaterThan(1);
    expect(new Set(memories.map((memory: Wire) => memory.category)).size).toBe(8);
    expect(memories.some((memory: Wire) => memory.sourceConversationId !== null)).toBe(true);
    const service = memories.find((memory: Wire) => memory.content === 'I do a full service every 3,000 km');
    const { revisions } = await read(`${AGENTS}/${safari.id}/memories/${service.id}/history`);
    expect(revisions.map((revision: Wire) => revision.kind)).toEqual(['strengthened', 'strengthened', 'edited', 'created']);
    const times = revisions.map((revision: Wire) => Date.parse(revision.createdAt));
    expect(times).toEqual([...times].sort((left, right) => right - left));
    expect(times.at(-1)).toBeLessThan(Date.now() - 20 * 86_400_000);
  });

  it('has tasks of every status, with the risk that follows from their type', async () => {
    const { rows } = await pool().query<{ status: string; risk_level: string }>(
      `select status, risk_level from tasks where owner_id = $1`,
      [owner.ownerId],
    );
    expect(new Set(rows.map((row) => row.status))).toEqual(new Set(['pending', 'approved', 'running', 'completed', 'failed', 'rejected']));
    const pending = rows.filter((row) => row.status === 'pending').map((row) => row.risk_level);
    expect(new Set(pending)).toEqual(new Set(['low', 'medium', 'high']));
  });

  it('has figures of thirty days that agree with each other', async () => {
    const { rows } = await pool().query<{ days: number; wrong: number }>(
      `with spent as (
         select agent_id, (created_at at time zone 'utc')::date as day, sum(input_tokens + output_tokens)::int as used, sum(cost_micro_usd)::int8 as cost
         from model_calls where owner_id = $1 and call_type not in ('memory', 'soul', 'guard') and provider <> 'embedded' group by 1, 2)
       select count(distinct s.day)::int as days, count(*) filter (where q.used is distinct from s.used or q.cost_micro_usd is distinct from s.cost)::int as wrong
       from spent s full join token_quotas q on q.agent_id = s.agent_id and q.day = s.day where coalesce(q.owner_id, $1) = $1`,
      [owner.ownerId],
    );
    expect(rows[0]!.days).toBeGreaterThanOrEqual(28);
    expect(rows[0]!.wrong).toBe(0);
  });

  it('has usage and growth to look at, which agree with the calls', async () => {
    const [safari] = (await read(AGENTS)).agents;
    const usage = await read(`${AGENTS}/${safari.id}/usage-stats`);
    expect(usage.callsByType.map((call: Wire) => call.type)).toEqual(expect.arrayContaining(['chat', 'skill', 'memory', 'soul', 'guard']));
    expect(usage.topModels.length).toBeGreaterThan(1);
    expect(usage.days.filter((day: Wire) => day.tokens > 0).length).toBeGreaterThanOrEqual(28);
    const { rows } = await pool().query<{ tokens: number }>(
      `select sum(input_tokens + output_tokens)::int as tokens from model_calls where agent_id = $1`,
      [safari.id],
    );
    expect(usage.tokens.last30d).toBe(rows[0]!.tokens);
    const growth = await read(`${AGENTS}/${safari.id}/growth-summary`);
    expect(growth.days.filter((day: Wire) => day.messages + day.memories + day.tasks > 0).length).toBeGreaterThan(8);
    expect((await read(`${AGENTS}/${safari.id}/awareness`)).onChain).toMatchObject({ wallet: true, token: false });
  });

  it('has souls with versions, and a key whose secret nobody knows', async () => {
    expect(await count('soul_versions')).toBe(7);
    const [safari] = (await read(AGENTS)).agents;
    expect((await read(`${AGENTS}/${safari.id}/soul`)).soul).toContain('Neema');
    const { versions } = await read(`${AGENTS}/${safari.id}/soul/versions`);
    expect(versions.map((version: Wire) => version.author)).toEqual(['agent', 'owner', 'template']);
    expect(versions[0].reason).toContain('Juma');
    expect((await read('/api/selfclaw/v1/api-keys')).apiKeys).toEqual([
      expect.objectContaining({ name: 'Demo website', lastUsedAt: null }),
    ]);
  });

  it('has a job for each agent that computes the vectors', async () => {
    const { rows } = await pool().query<{ agent: string }>(
      `select data ->> 'agentId' as agent from pgboss.job where name = 'memories-embed'`,
    );
    const ids = (await read(AGENTS)).agents.map((agent: Wire) => String(agent.id));
    expect(rows.map((row) => row.agent)).toEqual(expect.arrayContaining(ids));
  });
});

describe('seeding again', () => {
  it('is refused and changes nothing', async () => {
    const before = [await count('agents'), await count('messages'), await count('memories')];
    await expect(seedOwner(account.address, { replace: false })).rejects.toThrow(OwnerHasAgents);
    expect([await count('agents'), await count('messages'), await count('memories')]).toEqual(before);
  });

  it('with --replace makes the agents anew, with the same figures, and leaves nothing of the old ones', async () => {
    const before = await read(AGENTS);
    const tables = ['messages', 'memories', 'memory_revisions', 'model_calls', 'token_quotas', 'tasks', 'agent_events', 'api_keys'];
    const counts = await Promise.all(tables.map(count));
    await seedOwner(account.address, { replace: true });
    const after = await read(AGENTS);
    expect(await Promise.all(tables.map(count))).toEqual(counts);
    expect(after.agents.map((agent: Wire) => agent.id)).not.toEqual(before.agents.map((agent: Wire) => agent.id));
    expect(after.agents.map((agent: Wire) => agent.totalTokens)).toEqual(before.agents.map((agent: Wire) => agent.totalTokens));
  });

  it('touches nobody else', async () => {
    const other = await signIn(newWallet());
    await seedOwner(other.wallet, { replace: false });
    const mine = await read(AGENTS);
    await seedOwner(other.wallet, { replace: true });
    expect(await read(AGENTS)).toEqual(mine);
    expect((await read(AGENTS, other)).agents).toHaveLength(3);
  });
});

describe('the texts of the demo', () => {
  it('hold no secret, name skills that exist, and nothing twice', () => {
    for (const agent of demoAgents) {
      const facts = agent.memories.map((memory) => memory.fact[0]);
      expect(new Set(facts).size).toBe(facts.length);
      expect(facts.filter((fact) => containsSecret(fact))).toEqual([]);
      expect(agent.tasks.filter((task) => !(skillIds as readonly string[]).includes(task.skillId))).toEqual([]);
      for (const daysAgo of [...agent.conversations, ...agent.memories, ...agent.events, ...agent.souls].map((item) => item.daysAgo)) {
        expect(daysAgo).toBeLessThanOrEqual(agent.createdDaysAgo);
      }
    }
  });
});
