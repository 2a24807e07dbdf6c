import type { LanguageModelV3, LanguageModelV3StreamPart } from '@ai-sdk/provider';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createEmbedder } from '@/lib/llm/embedder/select';
import type { ResolvedModel } from '@/lib/llm/providers';
import { closeRuntime } from '@/lib/llm/runtime';
import { closeDatabase, pool } from '@/lib/platform/database';
import { closeJobs } from '@/lib/platform/jobs';
import { addExchange, createConversation } from '@/tests/exchanges';
import { createOwnedAgent, type TestAgent } from '@/tests/owned-agent';
import { createWordEmbedder, replaceModels } from '@/tests/word-embedder';
import { handleExtractMemories } from './job-handlers';
import { addMemory, deleteMemory, listMemories, patchMemory, readHistory, undoMemory } from './service';
import { MEMORY_LIMIT } from './schema';

/** What the model says next: a text, or a fault of the provider. */
let answers: (string | Error)[] = [];
let prompts: string[] = [];

const usage = {
  inputTokens: { total: 300, noCache: 300, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 40, text: 40, reasoning: 0 },
};

const model: LanguageModelV3 = {
  specificationVersion: 'v3',
  provider: 'test',
  modelId: 'test-model',
  supportedUrls: {},
  doGenerate: () => Promise.reject(new Error('only streams are asked for')),
  doStream: async ({ prompt }) => {
    prompts.push(JSON.stringify(prompt));
    const answer = answers.shift() ?? '{"facts":[]}';
    if (answer instanceof Error) throw answer;
    const parts: LanguageModelV3StreamPart[] = [
      { type: 'text-start', id: '1' },
      { type: 'text-delta', id: '1', delta: answer },
      { type: 'text-end', id: '1' },
      { type: 'finish', usage, finishReason: { unified: 'stop', raw: 'stop' } },
    ];
    return {
      stream: new ReadableStream({ start: (controller) => (parts.forEach((part) => controller.enqueue(part)), controller.close()) }),
    };
  },
};

const base = { modelId: 'test-model', tier: 'free', contextTokens: 4_096, promptBudgetTokens: 3_500 } as const;
const languageModel: ResolvedModel = {
  ...base,
  kind: 'language-model',
  provider: 'xai',
  model,
  price: { inputMicroUsdPerMillion: 200_000, outputMicroUsdPerMillion: 500_000 },
};
const recall: ResolvedModel = {
  ...base,
  kind: 'recall',
  provider: 'embedded',
  price: { inputMicroUsdPerMillion: 0, outputMicroUsdPerMillion: 0 },
};

function useChatModel(resolved: ResolvedModel): void {
  const providers = {
    resolveChatModel: () => Promise.resolve(resolved),
    describe: () => {
      throw new Error('not asked for');
    },
    forgetLocalModel: () => {},
    liveSearch: () => undefined,
  };
  replaceModels({ embedder: createWordEmbedder(), providers });
}

const fact = (text: string, more: object = {}) => ({
  fact: text,
  category: 'fact',
  confidence: 0.9,
  importance: 0.5,
  replaces: null,
  ...more,
});
const say = (...facts: object[]) => answers.push(JSON.stringify({ facts }));

let agent: TestAgent;
let conversation: bigint;
beforeEach(async () => {
  answers = [];
  prompts = [];
  useChatModel(languageModel);
  agent = await createOwnedAgent();
  conversation = await createConversation(agent);
});
afterAll(async () => {
  await closeJobs();
  await closeDatabase();
});

async function learnFrom(message: string): Promise<{ replyId: string; userMessageId: string }> {
  const exchange = await addExchange(agent, conversation, message);
  await handleExtractMemories({ replyId: exchange.replyId });
  return exchange;
}

const memories = async () => (await listMemories(agent, { limit: 100, offset: 0 })).memories;
const kinds = async (id: string) => {
  const history = await readHistory(agent, id);
  return 'revisions' in history ? history.revisions.map(({ kind }) => kind) : [];
};
const events = async () =>
  (await pool().query(`select summary, details from agent_events where agent_id = $1 and type = 'memory_extracted'`, [agent.id])).rows;

describe('learning from an exchange', () => {
  test('a fact is kept with the message it came from, a vector, an event and the cost of its reading', async () => {
    say(fact('User lives in Porto', { category: 'identity' }));
    const { userMessageId, replyId } = await learnFrom('I live in Porto');
    expect(await memories()).toMatchObject([
      {
        content: 'User lives in Porto',
        category: 'identity',
        confidence: 0.9,
        source: 'conversation',
        sourceMessageId: userMessageId,
        sourceConversationId: Number(conversation),
        indexed: true,
      },
    ]);
    expect(await events()).toMatchObject([{ summary: 'Learned one fact', details: { replyId } }]);
    const calls = await pool().query(
      `select call_type, input_tokens, output_tokens, cost_micro_usd::int as cost from model_calls where agent_id = $1`,
      [agent.id],
    );
    expect(calls.rows).toEqual([{ call_type: 'memory', input_tokens: 300, output_tokens: 40, cost: 80 }]);
    expect((await pool().query(`select 1 from token_quotas where agent_id = $1`, [agent.id])).rowCount).toBe(0);
  });

  test('the same exchange read many times, also at once, is learned once', async () => {
    for (let index = 0; index < 6; index += 1) say(fact('User keeps three llamas'));
    const { replyId } = await addExchange(agent, conversation, 'I keep three llamas');
    await Promise.all(Array.from({ length: 5 }, () => handleExtractMemories({ replyId })));
    await handleExtractMemories({ replyId });
    expect(await memories()).toMatchObject([{ mentionCount: 1 }]);
    expect(await events()).toHaveLength(1);
  });

  test('two exchanges that say the same at once make one memory with two mentions', async () => {
    say(fact('User keeps three llamas'));
    say(fact('User keeps three llamas'));
    const exchanges = await Promise.all([1, 2].map(() => addExchange(agent, conversation, 'I keep three llamas')));
    await Promise.all(exchanges.map(({ replyId }) => handleExtractMemories({ replyId })));
    expect(await memories()).toMatchObject([{ mentionCount: 2 }]);
  });

  test('a repeated fact is strengthened instead of stored twice, and undo takes the mention back', async () => {
    say(fact('User drinks green tea', { confidence: 0.7 }));
    await learnFrom('I drink green tea');
    say(fact('User drinks green tea.', { confidence: 0.7 }));
    await learnFrom('As I said, I drink green tea');
    const [memory] = await memories();
    expect(memory).toMatchObject({ mentionCount: 2, confidence: 0.79 });
    expect(await kinds(memory!.id)).toEqual(['strengthened', 'created']);
    expect(await undoMemory(agent, memory!.id, 'owner')).toMatchObject({ memory: { mentionCount: 1, confidence: 0.7 } });
  });

  test('a contradicting fact takes the place of the old one, which stays in the history, and undo brings it back', async () => {
    say(fact('User lives in Porto'));
    await learnFrom('I live in Porto');
    const [old] = await memories();
    await patchMemory(agent, old!.id, { pinned: true }, 'owner');
    say(fact('User moved to Berlin for work', { replaces: old!.id }));
    await learnFrom('I have moved to Berlin for work');
    const [latest, ...others] = await memories();
    expect(others).toEqual([]);
    expect(latest).toMatchObject({ content: 'User moved to Berlin for work', pinned: true });
    expect(await kinds(old!.id)).toEqual(['superseded', 'edited', 'created']);
    expect((await events()).at(-1)).toMatchObject({ summary: 'Updated one fact' });
    await undoMemory(agent, latest!.id, 'owner');
    expect(await memories()).toMatchObject([{ id: old!.id, content: 'User lives in Porto', status: 'active' }]);
  });

  test('a model may only replace memories of this agent that it was shown', async () => {
    const other = await createOwnedAgent('Eve');
    const foreign = await addMemory(other, { content: 'User collects stamps', category: 'fact', source: 'owner', actor: 'owner' });
    if (!('memory' in foreign)) throw new Error('not added');
    say(fact('User sings in a choir', { replaces: foreign.memory.id }));
    await learnFrom('I sing in a choir');
    expect((await listMemories(other, { limit: 10, offset: 0 })).memories).toMatchObject([{ content: 'User collects stamps' }]);
    expect(await memories()).toHaveLength(1);
  });

  test('what the agent noted while it answered is not counted again', async () => {
    const exchange = await addExchange(agent, conversation, 'Remember that I keep bees');
    await addMemory(agent, {
      content: 'User keeps bees',
      category: 'fact',
      source: 'conversation',
      actor: 'agent',
      sourceMessageId: exchange.userMessageId,
    });
    say(fact('User keeps bees'));
    await handleExtractMemories({ replyId: exchange.replyId });
    const kept = await memories();
    expect(kept).toMatchObject([{ mentionCount: 1 }]);
    expect(await events()).toMatchObject([{ details: { added: [kept[0]?.id] } }]);
  });
});

describe('what must not happen', () => {
  test('secrets reach neither the prompt nor the memory, whatever the model answers', async () => {
    say(fact('The password of the user is hunter2'), fact('User works in a bank'));
    await learnFrom('I work in a bank and my password is hunter2');
    expect(prompts.join()).not.toContain('hunter2');
    expect(await memories()).toMatchObject([{ content: 'User works in a bank' }]);
    const { rows } = await pool().query(
      `select after from memory_revisions where agent_id = $1 union all select details from agent_events where agent_id = $1`,
      [agent.id],
    );
    expect(JSON.stringify(rows)).not.toContain('hunter2');
  });

  test('a full memory lets go of its weakest unpinned fact, which undo brings back when there is room', async () => {
    await pool().query(
      `insert into memories (id, owner_id, agent_id, content, category, source, importance, pinned)
       select gen_random_uuid(), $1, $2, 'Fact ' || n, 'fact', 'owner', case when n = 7 then 0.1 when n = 8 then 0.01 else 0.5 end, n = 8 from generate_series(1, $3) n`,
      [agent.ownerId, agent.id, MEMORY_LIMIT],
    );
    say(fact('User plays the oboe'));
    await learnFrom('I play the oboe');
    const { total } = await listMemories(agent, { limit: 1, offset: 0 });
    expect(total).toBe(MEMORY_LIMIT);
    const archived = await pool().query<{ id: string; content: string }>(
      `select id, content from memories where agent_id = $1 and status = 'archived'`,
      [agent.id],
    );
    expect(archived.rows).toMatchObject([{ content: 'Fact 7' }]);
    const id = archived.rows[0]!.id;
    expect(await undoMemory(agent, id, 'owner')).toMatchObject({ error: { code: 'MEMORY_LIMIT_REACHED' } });
    await deleteMemory(agent, (await memories())[0]!.id, 'owner');
    expect(await undoMemory(agent, id, 'owner')).toMatchObject({ memory: { status: 'active' } });
  });

  test('an answer that is no list of facts leaves the reading to the classifier', async () => {
    answers.push('Sure! I will remember that.', 'I cannot do JSON.');
    await learnFrom('Remember that my sister is called Ana');
    expect(await memories()).toMatchObject([{ content: expect.stringContaining('sister is called Ana') as string }]);
    expect((await pool().query(`select 1 from model_calls where agent_id = $1`, [agent.id])).rowCount).toBe(2);
  });

  test('a provider that is down makes the job fail, and its next try learns', async () => {
    const { replyId } = await addExchange(agent, conversation, 'I keep three llamas');
    const down = Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) });
    answers.push(down, down, down);
    await expect(handleExtractMemories({ replyId })).rejects.toThrow();
    expect(await memories()).toEqual([]);
    answers = [];
    say(fact('User keeps three llamas'));
    await handleExtractMemories({ replyId });
    expect(await memories()).toHaveLength(1);
  });

  test('a reply that is gone, failed or was never finished teaches nothing', async () => {
    const { replyId } = await addExchange(agent, conversation, 'I keep three llamas');
    await pool().query(`update messages set status = 'error' where id = $1`, [replyId]);
    say(fact('User keeps three llamas'));
    await handleExtractMemories({ replyId });
    await pool().query(`delete from messages where id = $1`, [replyId]);
    await handleExtractMemories({ replyId });
    expect(await memories()).toEqual([]);
  });
});

describe('without a language model', () => {
  test('what the owner asks to be remembered is kept, and no model is paid', async () => {
    useChatModel(recall);
    await learnFrom('Please remember that my sister is called Ana');
    expect(await memories()).toMatchObject([
      { content: expect.stringContaining('sister is called Ana') as string, source: 'conversation' },
    ]);
    expect(prompts).toEqual([]);
  });

  test('a fact that is only told is kept, and its contradiction takes its place', async () => {
    useChatModel(recall);
    replaceModels({ embedder: createEmbedder({ kind: 'embedded' }) });
    await learnFrom('Hi! I live in Porto. What is the weather like?');
    expect(await memories()).toMatchObject([{ content: expect.stringContaining('live in Porto') as string, category: 'identity' }]);
    await learnFrom('I live in Lisbon now.');
    expect(await memories()).toMatchObject([{ content: expect.stringContaining('Lisbon') as string }]);
    await learnFrom('Can you write me a poem about llamas?');
    expect(await memories()).toHaveLength(1);
    await closeRuntime();
  });
});
