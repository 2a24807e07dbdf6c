import { describe, expect, test } from 'vitest';
import { POST as REGENERATE } from '@/app/api/selfclaw/v1/hosted-agents/[id]/chat/[messageId]/regenerate/route';
import { PATCH as EDIT } from '@/app/api/selfclaw/v1/hosted-agents/[id]/messages/[messageId]/route';
import { addMemory } from '@/lib/memories/service';
import { pool } from '@/lib/platform/database';
import { createGate } from '@/tests/model-server';
import { callAs, createAgentOf, createOwnedAgent, type TestAgent } from '@/tests/owned-agent';
import { converse, openChat, readEvents, readQuota, readResult, readRows, send, sendForEvents, textOf, waitForResult } from '@/tests/chat';

let agent: TestAgent;
const server = await openChat((created) => (agent = created));

const prompt = (index: number) => (server.journal[index]?.body.messages ?? []) as { role: string; content: string }[];

describe('a message', () => {
  test('is answered, counted and settled, and what it teaches is queued with it', async () => {
    server.script({ text: 'Good morning, Ada.', usage: { inputTokens: 200, outputTokens: 6 } });
    const sent = await send(agent, 'Good morning!');
    expect(sent).toMatchObject({ status: 202, messageId: expect.any(String), conversationId: expect.any(Number) });
    expect(await waitForResult(agent, sent.messageId)).toMatchObject({
      httpStatus: 200,
      status: 'completed',
      content: 'Good morning, Ada.',
      conversationId: sent.conversationId,
      stopped: false,
    });
    const { headers, suggestedChips } = await readResult(agent, sent.messageId);
    expect(suggestedChips.length).toBeGreaterThanOrEqual(2);
    expect(headers.get('x-quota-tokens-used')).toBe('206');
    expect(headers.get('x-quota-tokens-remaining')).toBe(String(50_000 - 206));
    expect(headers.get('x-quota-reset')).toMatch(/T00:00:00\.000Z$/);
    expect(await readQuota(agent)).toEqual({ used: 206, reserved: 0 });
    const growth = await pool().query(`select * from agent_growth where agent_id = $1`, [agent.id]);
    expect(growth.rows[0]).toMatchObject({ user_messages: 1, user_characters: 13n, conversations: 1, total_tokens: 206n });
    const calls = await pool().query(`select * from model_calls where message_id = $1`, [sent.messageId]);
    expect(calls.rows).toMatchObject([{ call_type: 'chat', input_tokens: 200, output_tokens: 6, provider: 'xai', cost_micro_usd: 43n }]);
    const jobs = await pool().query(`select data from pgboss.job where name = 'memories-extract' and data->>'replyId' = $1`, [
      sent.messageId,
    ]);
    expect(jobs.rows).toHaveLength(1);
    const conversation = await pool().query(`select * from conversations where id = $1`, [sent.conversationId]);
    expect(conversation.rows[0]).toMatchObject({ title: 'Good morning!', message_count: 2 });
  });

  test('goes on in its conversation with the history, the soul and what is remembered', async () => {
    await pool().query(`insert into souls (agent_id, owner_id, content) values ($1, $2, 'I speak like a lighthouse keeper.')`, [
      agent.id,
      agent.ownerId,
    ]);
    await addMemory(agent, { content: 'I am allergic to peanuts', category: 'identity', source: 'owner', actor: 'owner' });
    server.script({ text: 'First answer.' }, { text: 'Second answer.' });
    const first = await converse(agent, 'Tell me about peanuts');
    const second = await converse(agent, 'And what then?', first.conversationId);
    expect(second.result.content).toBe('Second answer.');
    expect(prompt(0)[0]?.content).toContain('lighthouse keeper');
    expect(prompt(0)[0]?.content).toContain('I am allergic to peanuts');
    expect(
      prompt(1)
        .slice(1)
        .map(({ role, content }) => [role, content]),
    ).toEqual([
      ['user', 'Tell me about peanuts'],
      ['assistant', 'First answer.'],
      ['user', 'And what then?'],
    ]);
    const [, reply] = await readRows(first.conversationId);
    expect(reply?.memories_used).toMatchObject([{ content: 'I am allergic to peanuts' }]);
  });

  test('that names a conversation of another agent is 404 and writes nothing', async () => {
    const other = await createAgentOf(agent, 'Other');
    const { conversationId } = await converse(other, 'Mine');
    expect(await send(agent, 'Let me in', conversationId)).toMatchObject({ status: 404 });
    expect(await readRows(conversationId)).toHaveLength(2);
    expect(await readQuota(agent)).toEqual({ used: 0, reserved: 0 });
  });

  test('to a paused agent is 409', async () => {
    await pool().query(`update agents set status = 'paused' where id = $1`, [agent.id]);
    expect(await send(agent, 'Hello?')).toMatchObject({ status: 409 });
  });

  test('posted twice while the first runs is one message with one reply', async () => {
    const gate = createGate();
    server.script({ text: 'Hi.' }, { text: 'Once only.', heldUntil: gate.opened, times: 0 });
    const { conversationId } = await converse(agent, 'Hi');
    const twins = await Promise.all(Array.from({ length: 8 }, () => send(agent, 'Book the table', conversationId)));
    expect(new Set(twins.map((twin) => twin.messageId)).size).toBe(1);
    expect(new Set(twins.map((twin) => twin.userMessageId)).size).toBe(1);
    expect(twins).toMatchObject(twins.map(() => ({ status: 202 })));
    const stream = await sendForEvents(agent, 'Book the table', conversationId);
    gate.open();
    expect(textOf(await readEvents(stream))).toBe('Once only.');
    expect(await readRows(conversationId)).toHaveLength(4);
    const again = await converse(agent, 'Book the table', conversationId);
    expect(again.messageId).not.toBe(twins[0]?.messageId);
  });

  test('can use tools that stay inside its own records, and the owner sees them', async () => {
    server.script(
      {
        toolCalls: [
          { name: 'remember', arguments: { fact: 'I live in Porto', category: 'identity' } },
          { name: 'calculate', arguments: { expression: '6 * 7' } },
        ],
      },
      { text: 'Noted, and it is 42.', when: { hasToolResult: true } },
    );
    const events = await readEvents(await sendForEvents(agent, 'Remember that I live in Porto, and what is 6 * 7?'));
    expect(events.flatMap(({ data }) => (data.toolCall ? [data.toolCall.name] : []))).toEqual(['remember', 'calculate']);
    expect(textOf(events)).toBe('Noted, and it is 42.');
    const { rows } = await pool().query(`select content, source, source_message_id from memories where agent_id = $1`, [agent.id]);
    expect(rows).toMatchObject([{ content: 'I live in Porto', source: 'conversation' }]);
    expect(JSON.stringify(server.journal[1]?.body.messages)).toContain('42');
  });
});

describe('messages in parallel', () => {
  // reliability: 17
  test('to one conversation have a total order, and each is answered once, in that order, knowing those before', async () => {
    const { conversationId } = await converse(agent, 'Start');
    const sent = await Promise.all(Array.from({ length: 12 }, (_, index) => send(agent, `Question ${index}`, conversationId)));
    const results = await Promise.all(sent.map(({ messageId }) => waitForResult(agent, messageId)));
    results.forEach((result, index) => expect(result.content).toBe(`You said: Question ${index}`));
    const rows = await readRows(conversationId);
    expect(rows.map((row) => row.sequence)).toEqual(Array.from({ length: 26 }, (_, index) => index + 1));
    expect(rows.map((row) => row.role)).toEqual(Array.from({ length: 13 }, () => ['user', 'assistant']).flat());
    rows.forEach((row, index) => row.role === 'assistant' && expect(row.reply_to_id).toBe(rows[index - 1]?.id));
    // The last one was written with every earlier exchange finished.
    expect(prompt(server.journal.length - 1)).toHaveLength(1 + 25);
    expect(await readQuota(agent)).toMatchObject({ reserved: 0 });
  });

  test('to several conversations do not wait for each other', async () => {
    const gate = createGate();
    server.script({ text: 'Slow.', heldUntil: gate.opened, when: { lastUserIncludes: 'slow' } });
    const slow = await send(agent, 'slow');
    const quick = await converse(agent, 'quick');
    expect(quick.result.content).toBe('You said: quick');
    expect(await readResult(agent, slow.messageId)).toMatchObject({ httpStatus: 202, status: 'processing' });
    gate.open();
    expect(await waitForResult(agent, slow.messageId)).toMatchObject({ content: 'Slow.' });
  });
});

describe('the stream of a reply', () => {
  test('begins before the model has said a word, carries the contract headers and the quota before the turn, and ends with done', async () => {
    const gate = createGate();
    server.script({ text: 'One two three four five.', heldUntil: gate.opened });
    const response = await sendForEvents(agent, 'Count');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
      'x-quota-tokens-used': '0',
      'x-quota-tokens-remaining': '50000',
    });
    // The model says nothing until the reader has the first event.
    const events = await readEvents(response, () => gate.open());
    expect(events[0]?.data).toMatchObject({ keepalive: true, messageId: expect.any(String), conversationId: expect.any(Number) });
    expect(textOf(events)).toBe('One two three four five.');
    expect(events.at(-1)?.data).toMatchObject({ done: true, messageId: events[0]?.data.messageId, suggestedChips: expect.any(Array) });
    expect(await readResult(agent, events[0]?.data.messageId)).toMatchObject({ status: 'completed', content: 'One two three four five.' });
  });
});

describe('regenerate', () => {
  test('writes the last reply anew and takes the old one out of the conversation', async () => {
    server.script({ text: 'Bad.' }, { text: 'Better.' });
    const first = await converse(agent, 'Try');
    const { status, body } = await callAs(agent, REGENERATE, { params: { messageId: first.messageId } });
    expect({ status, body }).toMatchObject({
      status: 202,
      body: { conversationId: first.conversationId, userMessageId: first.userMessageId },
    });
    expect(await waitForResult(agent, body.messageId)).toMatchObject({ content: 'Better.' });
    expect(prompt(1).slice(1)).toMatchObject([{ role: 'user', content: 'Try' }]);
    const rows = await readRows(first.conversationId);
    expect(rows.map((row) => [row.content, row.superseded_at !== null])).toEqual([
      ['Try', false],
      ['Bad.', true],
      ['Better.', false],
    ]);
    const conversation = await pool().query(`select message_count from conversations where id = $1`, [first.conversationId]);
    expect(conversation.rows[0].message_count).toBe(2);
  });

  test('of an open, an earlier or a foreign reply is refused', async () => {
    const first = await converse(agent, 'One');
    await converse(agent, 'Two', first.conversationId);
    expect((await callAs(agent, REGENERATE, { params: { messageId: first.messageId } })).status).toBe(409);
    const gate = createGate();
    server.script({ text: 'Slow.', heldUntil: gate.opened });
    const open = await send(agent, 'Three', first.conversationId);
    expect((await callAs(agent, REGENERATE, { params: { messageId: open.messageId } })).status).toBe(409);
    const stranger = await createOwnedAgent('Eve');
    expect((await callAs(stranger, REGENERATE, { params: { messageId: first.messageId } })).status).toBe(404);
    gate.open();
    await waitForResult(agent, open.messageId);
  });

  test('ten times at once gives one new reply', async () => {
    const first = await converse(agent, 'Try');
    const gate = createGate();
    server.script({ text: 'Anew.', heldUntil: gate.opened });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => callAs(agent, REGENERATE, { params: { messageId: first.messageId } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([202, ...Array.from({ length: 9 }, () => 409)]);
    gate.open();
    const won = answers.find(({ status }) => status === 202);
    await waitForResult(agent, won?.body.messageId);
    expect(await readQuota(agent)).toMatchObject({ reserved: 0 });
  });
});

describe('an edit', () => {
  test('replaces the message and all that followed it', async () => {
    const first = await converse(agent, 'My cat is Tom');
    await converse(agent, 'How old is he?', first.conversationId);
    const { status, body } = await callAs(agent, EDIT, { params: { messageId: first.userMessageId }, body: { message: 'My dog is Rex' } });
    expect(status).toBe(202);
    expect(await waitForResult(agent, body.messageId)).toMatchObject({ content: 'You said: My dog is Rex' });
    expect(prompt(2).slice(1)).toMatchObject([{ role: 'user', content: 'My dog is Rex' }]);
    const standing = (await readRows(first.conversationId)).filter((row) => row.superseded_at === null);
    expect(standing.map((row) => row.content)).toEqual(['My dog is Rex', 'You said: My dog is Rex']);
    const conversation = await pool().query(`select message_count from conversations where id = $1`, [first.conversationId]);
    expect(conversation.rows[0].message_count).toBe(2);
  });

  test('while a reply is open is 409, and of a reply or a replaced message it is refused', async () => {
    const gate = createGate();
    server.script({ text: 'Slow.', heldUntil: gate.opened });
    const open = await send(agent, 'Wait');
    const edit = (messageId: string) => callAs(agent, EDIT, { params: { messageId }, body: { message: 'Other' } });
    expect((await edit(open.userMessageId)).status).toBe(409);
    gate.open();
    await waitForResult(agent, open.messageId);
    expect((await edit(open.messageId)).status).toBe(404);
    const edited = await edit(open.userMessageId);
    await waitForResult(agent, edited.body.messageId);
    expect((await edit(open.userMessageId)).status).toBe(409);
  });
});
