import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OwnedAgent } from '@/lib/auth/principal';
import { removeConversation } from '@/lib/conversations/queries';
import { closeRuntime, embedder } from '@/lib/llm/runtime';
import { closeDatabase, pool, transaction } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { addExchange, addMessage, createConversation } from '@/tests/exchanges';
import { createOwnedAgent, type TestAgent } from '@/tests/owned-agent';
import { indexMissing } from './indexing';
import { handleIndexMessages, sweepPassages } from './job-handlers';
import { findPastMessages, type FindOptions } from './past-messages';
import { MESSAGE_WEIGHTS } from './weights';

let agent: TestAgent;

const NO_NEIGHBOURS = { ...MESSAGE_WEIGHTS, near: [] };

const index = (of: OwnedAgent = agent) => indexMissing(of, new Date(0));

async function find(question: string, options: Partial<FindOptions> & { of?: OwnedAgent } = {}) {
  const [embedding] = await embedder().embed([question]);
  return findPastMessages(options.of ?? agent, question, { limit: 5, embedding: embedding ?? null, ...options });
}

/** Stores messages of a conversation at once, the owner's and the agent's in turn, said at `saidAt`. */
async function fill(contents: readonly string[], saidAt = new Date('2026-03-02T10:00:00Z'), speakers: readonly (string | null)[] = []) {
  const conversationId = await createConversation(agent, 'Long ago');
  await pool().query(
    `insert into messages (id, owner_id, agent_id, conversation_id, sequence, role, content, speaker, created_at)
     select id, $1, $2, $3, n, case when n % 2 = 1 then 'user' else 'assistant' end, content, speaker, $4
     from unnest($5::uuid[], $6::text[], $7::text[]) with ordinality as given(id, content, speaker, n)`,
    [agent.ownerId, agent.id, conversationId, saidAt, contents.map(() => newId()), contents, contents.map((_, at) => speakers[at] ?? null)],
  );
  return conversationId;
}

const contents = (found: readonly { passage: string }[]) => found.map(({ passage }) => passage);

beforeAll(() => embedder().embed(['warm']));
beforeEach(async () => {
  agent = await createOwnedAgent();
});
afterAll(async () => {
  await closeRuntime();
  await closeDatabase();
});

describe('past messages', () => {
  test('are found in other words, by rare words, and by the words of their neighbours', async () => {
    await fill([
      'My brother Tobias repairs church organs for a living.',
      'What an unusual trade!',
      'Where did you two spend the holidays?',
      'In a hut near Tromsø, it was dark all day.',
      'I bought new tyres for the van.',
      'Good that you did it before winter.',
    ]);
    await index();
    expect(contents(await find('What does my sibling work as?', { limit: 2 }))).toContain(
      'My brother Tobias repairs church organs for a living.',
    );
    expect(contents(await find('tyres', { limit: 1 }))).toEqual(['I bought new tyres for the van.']);
    expect(contents(await find('Where were the holidays spent?', { limit: 2 }))).toContain('In a hut near Tromsø, it was dark all day.');
    expect(contents(await find('TROMSO', { limit: 1 }))).toEqual(['In a hut near Tromsø, it was dark all day.']);
  });

  test('are found by other forms of Portuguese and Swahili words, without a vector', async () => {
    await fill([
      'Estuda para o concurso do Tribunal',
      'Boa sorte com isso',
      'Anaogopa mbwa wakubwa',
      'Ana watoto wawili',
      'Lives by the sea',
    ]);
    await index();
    const findByWords = async (question: string) => (await find(question, { embedding: null, limit: 1, weights: NO_NEIGHBOURS }))[0];
    expect(await findByWords('Onde estou estudando?')).toMatchObject({ passage: 'Estuda para o concurso do Tribunal', coverage: 1 });
    expect(await findByWords('Naogopa nini?')).toMatchObject({ passage: 'Anaogopa mbwa wakubwa', coverage: 1 });
    expect(await findByWords('Mtoto wangu ni nani?')).toMatchObject({ passage: 'Ana watoto wawili', coverage: 1 });
  });

  test('of the one who is named and of the time that is named stand before equal ones', async () => {
    const said = ['I went to the market and bought apples.', 'I went to the market and bought apples too.'];
    const may = await fill(said, new Date('2025-05-09T10:00:00Z'), ['Maria', 'John']);
    const june = await fill(said, new Date('2025-06-12T10:00:00Z'), ['Maria', 'John']);
    await index();
    const now = new Date('2025-09-01T10:00:00Z');
    expect((await find('What did John buy at the market in June?', { now }))[0]).toMatchObject({ speaker: 'John', conversationId: june });
    expect((await find('What did Maria buy at the market in May 2025?', { now }))[0]).toMatchObject({
      speaker: 'Maria',
      conversationId: may,
    });
  });

  test('of another agent are never found', async () => {
    const other = await createOwnedAgent('Other');
    await fill(['The code word of the treasure hunt is zanzibar.', 'Understood.']);
    await index();
    await addExchange(other, await createConversation(other), 'We looked for the treasure on Sunday.');
    await index(other);
    expect(contents(await find('What is the code word of the treasure hunt? zanzibar', { of: other }))).not.toContain(
      'The code word of the treasure hunt is zanzibar.',
    );
    expect(contents(await find('treasure zanzibar', { limit: 1 }))).toEqual(['The code word of the treasure hunt is zanzibar.']);
  });

  test('of a deleted conversation, and replaced ones, are never found', async () => {
    const conversationId = await fill(['My locker is number 4711.', 'Noted.']);
    const kept = await createConversation(agent);
    const replaced = await addMessage(agent, kept, { role: 'user', content: 'The locker is in hall seven.' });
    await index();
    expect(contents(await find('locker'))).toHaveLength(3);
    await transaction((tx) => removeConversation(tx, agent, conversationId));
    expect(contents(await find('locker'))).toEqual(['The locker is in hall seven.']);
    await pool().query('update messages set superseded_at = now() where id = $1', [replaced]);
    expect(await find('locker')).toEqual([]);
    await index();
    const { rows } = await pool().query(`select count(*)::int as left from message_passages where agent_id = $1`, [agent.id]);
    expect(rows[0]).toEqual({ left: 0 });
  });

  test('with a secret, of the recall model, unfinished or failed are left out', async () => {
    const conversationId = await createConversation(agent);
    await addMessage(agent, conversationId, { role: 'user', content: 'The beehive portal: my password is hunter2-Tr0ub4dor' });
    const quoting = await addMessage(agent, conversationId, { role: 'assistant', content: 'The closest notes about the beehive I have' });
    await pool().query(`update messages set provider = 'embedded' where id = $1`, [quoting]);
    await addMessage(agent, conversationId, { role: 'assistant', content: 'The beehive is', status: 'processing' });
    await addMessage(agent, conversationId, { role: 'assistant', content: 'The beehive was', status: 'error' });
    await addMessage(agent, conversationId, { role: 'user', content: 'The beehive stands by the old barn.' });
    await index();
    expect(contents(await find('Where is the beehive? password portal'))).toEqual(['The beehive stands by the old barn.']);
  });

  test('a fact from the start of a conversation of 2,000 messages is found again', async () => {
    const talk = [
      'I thought about the week.',
      'Tell me more about it.',
      'It rained again in the morning.',
      'Then take an umbrella.',
      'The train was late.',
    ];
    const fact = 'My grandmother left me a silver compass from her years at sea.';
    const conversationId = await fill([fact, 'A treasure to keep.', ...talk]);
    await index();
    // The same small talk again and again, with the vectors that it has already.
    await pool().query(
      `with said as (
         insert into messages (id, owner_id, agent_id, conversation_id, sequence, role, content)
         select gen_random_uuid(), m.owner_id, m.agent_id, m.conversation_id, m.sequence + 5 * n, 'user', m.content
         from messages m, generate_series(1, 398) as n where m.conversation_id = $1 and m.sequence > 2 returning *
       )
       insert into message_passages (message_id, part, owner_id, agent_id, conversation_id, place, speaker, said_at, words, embedder_id, embedding)
       select s.id, 0, s.owner_id, s.agent_id, s.conversation_id, s.sequence * 100, 'user', s.created_at, p.words, p.embedder_id, p.embedding
       from said s join message_passages p on p.conversation_id = $1 and p.place = ((s.sequence - 3) % 5 + 3) * 100`,
      [conversationId],
    );
    const seen = { conversationId, fromSequence: 1_950 };
    expect(contents(await find('What did I inherit from my grandma?', { seen }))).toContain(fact);
    const late = await find('the train was late', { limit: 1_000, seen });
    expect(late.filter(({ passage }) => passage === talk[4])).toHaveLength(389);
  });

  test('a long message is found by the part that says it', async () => {
    const filler = 'We went through the minutes of the meeting and nobody had anything to add to them at all. '.repeat(12);
    await fill([`${filler}The caterer for the wedding is called Saffron Kitchen. ${filler}`, 'Good.']);
    await index();
    const [first] = await find('Which caterer did we choose for the wedding?', { limit: 1 });
    expect(first?.passage).toContain('Saffron Kitchen');
    expect(first?.passage.split(' ').length).toBeLessThanOrEqual(80);
  });

  test('any text can be asked', async () => {
    await fill(["It's a test's \"test\" of 100 % & more | (signs): \\ 'quoted'", 'Yes.']);
    await index();
    for (const text of [
      '',
      '   ',
      "'",
      "');--",
      '&|!():*<->',
      '\\',
      '🙂🙂',
      'a'.repeat(5_000),
      'x '.repeat(3_000),
      'on 99/99/9999 or 32 May',
      '\u0000',
    ])
      await expect(find(text.replaceAll('\u0000', ''))).resolves.toBeInstanceOf(Array);
    expect(contents(await find("test's signs", { limit: 1 }))[0]).toContain('signs');
  });
});

describe('the index', () => {
  test('is made by the job, again by the sweep after a loss, and anew for another embedder', async () => {
    await addExchange(agent, await createConversation(agent), 'The spare key hangs behind the clock.');
    const count = async () =>
      (await pool().query<{ embedder: string }>(`select embedder_id as embedder from message_passages where agent_id = $1`, [agent.id]))
        .rows.length;
    await handleIndexMessages({ agentId: String(agent.id) });
    expect(await count()).toBe(2);
    await pool().query(`delete from message_passages where agent_id = $1`, [agent.id]);
    await pool().query(
      `update messages set created_at = now() - interval '5 days', completed_at = now() - interval '5 days' where agent_id = $1`,
      [agent.id],
    );
    expect(await sweepPassages()).toBeGreaterThanOrEqual(1);
    expect(await count()).toBe(2);
    await pool().query(`update message_passages set embedder_id = 'another' where agent_id = $1`, [agent.id]);
    expect(contents(await find('spare key', { limit: 1 }))).toEqual(['The spare key hangs behind the clock.']);
    await index();
    const { rows } = await pool().query(`select distinct embedder_id as id from message_passages where agent_id = $1`, [agent.id]);
    expect(rows).toEqual([{ id: embedder().id }]);
  });

  test('a job of an agent that is gone does nothing', async () => {
    await expect(handleIndexMessages({ agentId: '1' })).resolves.toBeUndefined();
  });
});
