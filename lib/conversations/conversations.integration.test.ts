import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { DELETE, PATCH } from '@/app/api/selfclaw/v1/hosted-agents/[id]/conversations/[conversationId]/route';
import { GET as LIST } from '@/app/api/selfclaw/v1/hosted-agents/[id]/conversations/route';
import { GET as SEARCH } from '@/app/api/selfclaw/v1/hosted-agents/[id]/conversations/search/route';
import { GET as MESSAGES } from '@/app/api/selfclaw/v1/hosted-agents/[id]/messages/route';
import { closeDatabase, pool } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { addExchange, addMessage, createConversation } from '@/tests/exchanges';
import { callAs, createAgentOf, createOwnedAgent, type TestAgent } from '@/tests/owned-agent';

let agent: TestAgent;
beforeEach(async () => {
  agent = await createOwnedAgent();
});
afterAll(closeDatabase);

type Wire = { id: string; content: string };

describe('the list', () => {
  test('stands in the order of use, and names the reply that is being written', async () => {
    const first = await createConversation(agent, 'First');
    const second = await createConversation(agent, 'Second');
    await addExchange(agent, second, 'Hello');
    const question = await addMessage(agent, first, { role: 'user', content: 'Are you there?' });
    const open = await addMessage(agent, first, { role: 'assistant', content: 'Ye', replyToId: question, status: 'processing' });
    const { body } = await callAs(agent, LIST);
    expect(body).toMatchObject({ total: 2, limit: 50, offset: 0 });
    expect(body.conversations).toMatchObject([
      { id: Number(first), agentId: Number(agent.id), title: 'First', messageCount: 2, openMessageId: open },
      { id: Number(second), title: 'Second', openMessageId: null },
    ]);
    expect((await callAs(agent, LIST, { query: { limit: '1', offset: '1' } })).body.conversations[0].id).toBe(Number(second));
    expect((await callAs(agent, LIST, { query: { offset: '9' } })).body).toMatchObject({ conversations: [], total: 2 });
  });
});

describe('messages', () => {
  test('the newest page comes first, in order inside, and a cursor does not shift when messages are added', async () => {
    const conversation = await createConversation(agent);
    for (let index = 1; index <= 5; index += 1) await addExchange(agent, conversation, `Question ${index}`, `Answer ${index}`);
    const read = async (query: Record<string, string>) =>
      (await callAs(agent, MESSAGES, { query: { conversationId: String(conversation), limit: '4', ...query } })).body;
    const newest = await read({});
    expect(newest).toMatchObject({ total: 10, limit: 4, offset: 0, conversationId: Number(conversation) });
    expect(newest.messages.map(({ content }: Wire) => content)).toEqual(['Question 4', 'Answer 4', 'Question 5', 'Answer 5']);
    await addExchange(agent, conversation, 'Question 6', 'Answer 6');
    const older = await read({ before: newest.messages[0].id });
    expect(older.messages.map(({ content }: Wire) => content)).toEqual(['Question 2', 'Answer 2', 'Question 3', 'Answer 3']);
    expect((await read({ offset: '8' })).messages.map(({ content }: Wire) => content)).toEqual([
      'Question 1',
      'Answer 1',
      'Question 2',
      'Answer 2',
    ]);
  });

  test('replaced messages are left out, and a reply shows what was learned from its exchange', async () => {
    const conversation = await createConversation(agent);
    const { userMessageId, replyId } = await addExchange(agent, conversation, 'I live in Porto', 'Nice');
    await pool().query(`update messages set superseded_at = now() where id = $1`, [replyId]);
    const second = await addMessage(agent, conversation, { role: 'assistant', content: 'Lovely', replyToId: userMessageId });
    const memoryId = newId();
    await pool().query(
      `insert into memories (id, owner_id, agent_id, content, category, source, source_message_id) values ($1, $2, $3, 'Lives in Porto', 'identity', 'conversation', $4)`,
      [memoryId, agent.ownerId, agent.id, userMessageId],
    );
    const { body } = await callAs(agent, MESSAGES, { query: { conversationId: String(conversation) } });
    expect(body.total).toBe(2);
    expect(body.messages).toMatchObject([
      { id: userMessageId, memoriesSaved: [], usage: null },
      { id: second, memoriesSaved: [{ id: memoryId, content: 'Lives in Porto' }], usage: { model: 'test-model' } },
    ]);
  });

  test('a wrong cursor or id is refused in words', async () => {
    const conversation = await createConversation(agent);
    const read = (query: Record<string, string>) => callAs(agent, MESSAGES, { query });
    expect((await read({ conversationId: String(conversation), before: newId() })).status).toBe(400);
    expect((await read({})).status).toBe(400);
    expect((await read({ conversationId: '42' })).status).toBe(404);
  });
});

describe('search', () => {
  test('finds words in any case, with and without accents, in Portuguese, Swahili, Chinese and titles, newest first', async () => {
    const trip = await createConversation(agent, 'Orçamento da viagem');
    await addExchange(agent, trip, 'Quero conhecer São Tomé e comer pão de queijo no café', 'Boa viagem!');
    const coffee = await createConversation(agent, 'Coffee');
    await addExchange(agent, coffee, 'Napenda kahawa yenye tangawizi asubuhi', 'Sawa');
    await addExchange(agent, coffee, '我喜欢喝咖啡', '好的');
    const search = async (q: string) => {
      const { body, status } = await callAs(agent, SEARCH, { query: { q } });
      expect(status, q).toBe(200);
      return body.results.map((result: { conversation: { id: number } }) => result.conversation.id);
    };
    for (const q of ['sao tome', 'SÃO TOMÉ', 'pao', 'pão queijo', 'conhec', 'orcamento', 'ORÇAMENTO', 'viagem!'])
      expect(await search(q), q).toContain(Number(trip));
    for (const q of ['kahawa', 'Tangawizi asub', '咖啡', '咖']) expect(await search(q), q).toEqual([Number(coffee)]);
    for (const q of ['kahawa pao', "'); drop table messages; --", '%', '_', ':* & !', '\\']) expect(await search(q), q).toEqual([]);
  });

  test('shows the place that fits, and only of messages that stand', async () => {
    const conversation = await createConversation(agent);
    const long = `${'Nothing to see here. '.repeat(30)}My sister keeps llamas in Peru. ${'And so on. '.repeat(30)}`;
    const { userMessageId } = await addExchange(agent, conversation, long);
    const { results } = (await callAs(agent, SEARCH, { query: { q: 'llama' } })).body;
    expect(results).toMatchObject([{ messageId: userMessageId }]);
    expect(results[0].excerpt).toContain('keeps llamas in Peru');
    expect(results[0].excerpt.length).toBeLessThan(210);
    await pool().query(`update messages set superseded_at = now() where id = $1`, [userMessageId]);
    expect((await callAs(agent, SEARCH, { query: { q: 'llama' } })).body.results).toEqual([]);
  });
});

describe('rename and delete', () => {
  test('a conversation takes its new title', async () => {
    const conversation = await createConversation(agent, 'Old');
    const params = { conversationId: String(conversation) };
    expect((await callAs(agent, PATCH, { params, body: { title: '  New title ' } })).body.conversation.title).toBe('New title');
    expect((await callAs(agent, PATCH, { params, body: { title: '' } })).status).toBe(400);
  });

  test('deleting takes the messages and leaves what was learned, and gives back the tokens that waiting replies held', async () => {
    const conversation = await createConversation(agent);
    const { userMessageId } = await addExchange(agent, conversation, 'I live in Porto');
    await pool().query(
      `insert into memories (id, owner_id, agent_id, content, category, source, source_message_id) values ($1, $2, $3, 'Lives in Porto', 'identity', 'conversation', $4)`,
      [newId(), agent.ownerId, agent.id, userMessageId],
    );
    const question = await addMessage(agent, conversation, { role: 'user', content: 'And now?' });
    for (const [status, reserved] of [
      ['processing', 700],
      ['queued', 400],
    ] as const) {
      const id = await addMessage(agent, conversation, { role: 'assistant', content: '', replyToId: question, status });
      await pool().query(`update messages set reserved_tokens = $2, quota_day = current_date where id = $1`, [id, reserved]);
    }
    await pool().query(`insert into token_quotas (agent_id, owner_id, day, used, reserved) values ($1, $2, current_date, 100, 1500)`, [
      agent.id,
      agent.ownerId,
    ]);
    const params = { conversationId: String(conversation) };
    const answers = await Promise.all([1, 2, 3].map(() => callAs(agent, DELETE, { params })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
    expect((await callAs(agent, MESSAGES, { query: params })).status).toBe(404);
    const { rows } = await pool().query(
      `select (select count(*)::int from messages where agent_id = $1) as messages, (select count(*)::int from memories where agent_id = $1) as memories,
              used, reserved from token_quotas where agent_id = $1`,
      [agent.id],
    );
    expect(rows).toEqual([{ messages: 0, memories: 1, used: 800, reserved: 400 }]);
  });

  test('conversations of another agent, also of the same owner, are neither seen nor touched', async () => {
    const conversation = await createConversation(agent, 'Private');
    await addExchange(agent, conversation, 'A secret plan about llamas');
    const params = { conversationId: String(conversation) };
    for (const other of [await createAgentOf(agent, 'Bob'), await createOwnedAgent('Eve')]) {
      expect((await callAs(other, MESSAGES, { query: params })).status).toBe(404);
      expect((await callAs(other, PATCH, { params, body: { title: 'Mine' } })).status).toBe(404);
      expect((await callAs(other, DELETE, { params })).status).toBe(404);
      expect((await callAs(other, SEARCH, { query: { q: 'llamas' } })).body.results).toEqual([]);
      expect((await callAs(other, LIST)).body.total).toBe(0);
    }
    expect((await callAs(agent, LIST)).body.conversations).toMatchObject([{ title: 'Private', messageCount: 2 }]);
  });
});
