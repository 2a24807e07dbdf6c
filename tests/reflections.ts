// An agent that has something to reflect on, and what a scripted model says of it.
import { afterAll, beforeEach } from 'vitest';
import { createProviders } from '@/lib/llm/providers';
import { addMemory } from '@/lib/memories/service';
import { closeDatabase, pool } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { closeJobs } from '@/lib/platform/jobs';
import { addExchange, createConversation } from '@/tests/exchanges';
import type { ModelServer } from '@/tests/model-server';
import type { ScriptedAnswer } from '@/tests/model-server-answers';
import { createOwnedAgent, type TestAgent } from '@/tests/owned-agent';
import { openModelServer } from '@/tests/scripted-models';
import { createWordEmbedder, replaceModels } from '@/tests/word-embedder';

export const FIRST_SOUL = 'I am Ada. I listen first, and I say plainly what I think.';
export const NEXT_SOUL = 'I am Ada. I listen first, I like the lake as much as you do, and I say plainly what I think.';

/** Two that surely say the same, two of which one can be true, two that belong together, and nine that stand alone. */
export const MEMORIES = [
  'I live in Kisumu beside the lake',
  'I live in Kisumu beside the lake.',
  'My favourite tea is ginger tea',
  'My favourite tea is mint tea',
  'Juma repairs the bicycle, workshop on Monday',
  'The bicycle workshop of Juma opens early',
  'Amina plays violin every evening',
  'Our landlord wants rent quarterly',
  'Rice prices doubled last season',
  'Grandmother taught me weaving baskets',
  'The choir sings Bach at Easter',
  'Rust is harder than Python for me',
  'Football bores my brother Otieno',
  'Passport expires during August',
  'Vaccinations for the goats happen yearly',
];

/** A new owner's agent with these memories, a soul and five conversations. */
export async function createThinker(contents: readonly string[] = MEMORIES, conversations = 5): Promise<TestAgent> {
  const agent = await createOwnedAgent();
  await pool().query(`insert into souls (agent_id, owner_id, content) values ($1, $2, $3)`, [agent.id, agent.ownerId, FIRST_SOUL]);
  await pool().query(
    `insert into soul_versions (id, agent_id, owner_id, version, content, author) values ($1, $2, $3, 1, $4, 'template')`,
    [newId(), agent.id, agent.ownerId, FIRST_SOUL],
  );
  for (const content of contents) {
    await addMemory(agent, { content, category: 'fact', source: 'conversation', actor: 'agent', confidence: 0.8 });
  }
  for (let index = 0; index < conversations; index += 1) {
    await addExchange(agent, await createConversation(agent, `Talk ${index}`), 'What is new?');
  }
  return agent;
}

/**
 * Lets a scripted model server reflect in the test file that calls this, hands out an agent that can reflect before each test, and closes
 * everything after the last one.
 */
export async function openReflections(onAgent: (agent: TestAgent) => void): Promise<ModelServer> {
  const server = await openModelServer();
  beforeEach(async () => {
    replaceModels({
      embedder: createWordEmbedder(),
      providers: createProviders({ xai: { apiKey: 'key', baseUrl: server.baseUrl }, probeLoopback: false }),
    });
    onAgent(await createThinker());
  });
  afterAll(async () => {
    await closeJobs();
    await closeDatabase();
  });
  return server;
}

const usage = { inputTokens: 400, outputTokens: 60 };

export const wants = {
  judgement: { promptIncludes: 'memories of its owner in order' },
  soul: { promptIncludes: 'You keep the soul document' },
  verdict: { promptIncludes: 'You check a text' },
  tasks: { promptIncludes: 'You are the mentor' },
};

export const MERGED = 'Juma repairs the bicycle at the workshop, which opens early on Monday';

/** What a model says of {@link MEMORIES}: mint has taken the place of ginger, and the workshop is one fact. */
export const JUDGEMENT = {
  actions: [
    { kind: 'contradiction', keep: 2, drop: [1], text: null },
    { kind: 'merge', keep: 3, drop: [4], text: MERGED },
  ],
};

export const PROPOSALS = {
  advice: 'Your notes on tea disagreed.',
  tasks: [
    { title: 'Renew the passport', description: 'It expires in August.', priority: 'high' },
    { title: 'Ask for the rent in writing', description: '', priority: 'low' },
  ],
};

/** Every answer of a whole pass, as often as it is asked for. */
export function wholePass(rest: Partial<ScriptedAnswer> = {}): ScriptedAnswer[] {
  const answer = (when: ScriptedAnswer['when'], value: object): ScriptedAnswer => ({
    when,
    text: JSON.stringify(value),
    usage,
    times: 0,
    ...rest,
  });
  return [
    answer(wants.judgement, JUDGEMENT),
    answer(wants.soul, { soul: NEXT_SOUL, reason: 'I know the lake now.' }),
    answer(wants.verdict, { verdict: 'safe' }),
    answer(wants.tasks, PROPOSALS),
  ];
}

/** Everything of an agent that a pass may change, as comparable rows; times and versions aside. */
export async function readMind(agent: TestAgent) {
  const { rows } = await pool().query(
    `select (select json_agg(json_build_array(content, category, confidence, importance, mention_count, pinned, status, superseded_by_id,
               last_mentioned_at) order by id) from memories where agent_id = $1) as memories,
            (select content from souls where agent_id = $1) as soul,
            (select count(*)::int from tasks where agent_id = $1 and status = 'pending') as pending`,
    [agent.id],
  );
  return rows[0] as { memories: unknown[][]; soul: string; pending: number };
}

/** What a pass costs, as it stands in the usage rows, the sums of the hours, the day's tokens and the agent's totals. */
export async function readCosts(agent: TestAgent) {
  const { rows } = await pool().query(
    `select (select coalesce(json_agg(json_build_array(call_type, input_tokens + output_tokens, cost_micro_usd)), '[]') from model_calls where agent_id = $1) as calls,
            (select coalesce(sum(calls), 0)::int from usage_hours where agent_id = $1) as hours,
            (select json_build_array(used, reserved, cost_micro_usd) from token_quotas where agent_id = $1) as day,
            (select json_build_array(total_tokens, total_cost_micro_usd) from agent_growth where agent_id = $1) as total`,
    [agent.id],
  );
  return rows[0] as { calls: [string, number, number][]; hours: number; day: number[] | null; total: number[] };
}
