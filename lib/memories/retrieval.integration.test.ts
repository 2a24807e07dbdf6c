import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeRuntime, embedder } from '@/lib/llm/runtime';
import { closeDatabase, pool } from '@/lib/platform/database';
import { searchableText } from '@/lib/platform/text-search';
import { memoryQuestions } from '@/tests/memory-questions';
import { createOwnedAgent, type TestAgent } from '@/tests/owned-agent';
import { retrieveMemories } from './retrieval';
import { vectorText } from './store';

let agent: TestAgent;

/** Stores memories as the service does, all at once. */
async function store(contents: readonly string[], more: { pinned?: boolean; daysOld?: number } = {}): Promise<void> {
  const vectors = await embedder().embed(contents);
  await pool().query(
    `insert into memories (id, owner_id, agent_id, content, category, source, search, embedding, embedder_id, pinned, last_mentioned_at)
     select gen_random_uuid(), $1, $2, given.content, 'fact', 'owner', to_tsvector('simple', given.folded), given.vector::vector, $3, $7,
            now() - make_interval(days => $8)
     from unnest($4::text[], $5::text[], $6::text[]) as given(content, folded, vector)`,
    [
      agent.ownerId,
      agent.id,
      embedder().id,
      contents,
      contents.map(searchableText),
      vectors.map(vectorText),
      more.pinned ?? false,
      more.daysOld ?? 0,
    ],
  );
}

async function shareFound(ask: 'paraphrase' | 'keyword', limit: number): Promise<number> {
  let found = 0;
  for (const question of memoryQuestions) {
    const memories = await retrieveMemories(agent, question[ask], { limit });
    if (memories.some(({ content }) => content === question.memory)) found += 1;
  }
  return found / memoryQuestions.length;
}

beforeEach(async () => {
  agent = await createOwnedAgent();
});
afterAll(async () => {
  await closeRuntime();
  await closeDatabase();
});

describe('with the embedded encoder', () => {
  beforeAll(() => embedder().embed(['warm']));

  test('a question in other words finds its memory among the first eight, and a name in the first place', async () => {
    await store(memoryQuestions.map(({ memory }) => memory));
    expect(await shareFound('paraphrase', 8)).toBeGreaterThanOrEqual(0.9);
    expect(await shareFound('paraphrase', 3)).toBeGreaterThanOrEqual(0.7);
    expect(await shareFound('keyword', 1)).toBeGreaterThanOrEqual(0.9);
  });

  test('Portuguese and Swahili words find their memory with and without accents, in any case', async () => {
    const [bread, ginger] = ['A irmã dele adora pão de queijo', 'Anapenda chai ya tangawizi asubuhi'];
    await store([bread!, ginger!, ...memoryQuestions.map(({ memory }) => memory)]);
    for (const [question, memory] of [
      ['pão de queijo?', bread],
      ['PAO DE QUEIJO', bread],
      ['quem é a irma', bread],
      ['tangawizi', ginger],
      ['Chai ya Tangáwizi', ginger],
      ['Minhas irmãs adoravam o quê?', bread],
      ['Ninapenda nini?', ginger],
    ] as const) {
      expect((await retrieveMemories(agent, question, { limit: 1 }))[0]?.content, question).toBe(memory);
    }
  });

  test('of two that fit alike the pinned one stands first, and then the one mentioned last', async () => {
    await store(['User likes the colour blue'], { daysOld: 90 });
    await store(['User likes the colour blue.']);
    const [first, second] = await retrieveMemories(agent, 'What colour do I like?', { limit: 2 });
    expect([first?.content, second?.content]).toEqual(['User likes the colour blue.', 'User likes the colour blue']);
    await pool().query(`update memories set pinned = true where agent_id = $1 and content = 'User likes the colour blue'`, [agent.id]);
    expect((await retrieveMemories(agent, 'What colour do I like?', { limit: 1 }))[0]).toMatchObject({ pinned: true });
  });

  test('what is asked is never syntax: any text is answered', async () => {
    await store(['User has a cat called Miso']);
    for (const text of [
      '',
      '   ',
      "'",
      '&|!():*<->',
      "');--",
      '%_\\',
      '🙂🙂',
      '\u202e',
      'a'.repeat(5_000),
      'x '.repeat(3_000),
      '1e5 -3 0x1F',
      'null',
    ]) {
      expect(await retrieveMemories(agent, text, { limit: 3 }), JSON.stringify(text.slice(0, 20))).toHaveLength(1);
    }
  });

  test('a vector that the caller has already spares the encoder', async () => {
    await store(['User has a cat called Miso', 'User collects stamps']);
    const [embedding] = await embedder().embed(['Do I own a pet?']);
    expect((await retrieveMemories(agent, '', { limit: 1, embedding }))[0]?.content).toBe('User has a cat called Miso');
    expect((await retrieveMemories(agent, 'stamps', { limit: 1, embedding: null }))[0]).toMatchObject({
      content: 'User collects stamps',
      similarity: null,
    });
  });
});
