import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { POST as REGENERATE } from '@/app/api/selfclaw/v1/hosted-agents/[id]/chat/[messageId]/regenerate/route';
import { PATCH as EDIT } from '@/app/api/selfclaw/v1/hosted-agents/[id]/messages/[messageId]/route';
import { GET as PROMPT } from '@/app/api/selfclaw/v1/hosted-agents/[id]/messages/[messageId]/prompt/route';
import { createProviders } from '@/lib/llm/providers';
import { addMemory, patchMemory } from '@/lib/memories/service';
import { pool } from '@/lib/platform/database';
import { indexMissing } from '@/lib/retrieval/indexing';
import { converse, openChat, send, waitForResult } from '@/tests/chat';
import { addExchange, createConversation } from '@/tests/exchanges';
import { createGate } from '@/tests/model-server';
import { callAs, type TestAgent } from '@/tests/owned-agent';
import { replaceModels } from '@/tests/word-embedder';
import type { PromptWire } from './schema';

let agent: TestAgent;
const server = await openChat((created) => (agent = created));

const sentPrompt = (index: number) => (server.journal[index]?.body.messages ?? []) as { role: string; content: string }[];

async function readPrompt(messageId: string): Promise<PromptWire> {
  const { status, body } = await callAs(agent, PROMPT, { params: { messageId } });
  expect(status).toBe(200);
  return body;
}

const partOf = ({ parts }: PromptWire, name: string) => parts.find((part) => part.name === name);
const systemOf = ({ parts }: PromptWire) =>
  parts
    .filter(({ name }) => name !== 'history' && name !== 'tools')
    .map(({ text }) => text)
    .join('\n\n');

const SOUL = 'I speak like a lighthouse keeper who has seen many storms.';

async function furnish() {
  await pool().query(`insert into souls (agent_id, owner_id, content) values ($1, $2, $3)`, [agent.id, agent.ownerId, SOUL]);
  await pool().query(`update agents set personal_context = 'I keep bees.' where id = $1`, [agent.id]);
  const added = await addMemory(agent, { content: 'I am allergic to peanuts', category: 'identity', source: 'owner', actor: 'owner' });
  await addExchange(agent, await createConversation(agent), 'The peanuts of my uncle grow behind the barn.', 'A fine place for them.');
  await indexMissing(agent, new Date(0));
  if (!('memory' in added)) throw new Error('the memory was not added');
  return added.memory.id;
}

describe('what the agent saw', () => {
  test('is to the letter what the provider was sent, in parts with their tokens, within the budget', async () => {
    const memoryId = await furnish();
    server.script({ text: 'First answer.' }, { text: 'Second answer.', usage: { inputTokens: 321, outputTokens: 4 } });
    const { conversationId } = await converse(agent, 'Tell me about peanuts and the barn');
    const { messageId } = await converse(agent, 'And the peanuts of my uncle behind the barn?', conversationId);
    const seen = await readPrompt(messageId);
    expect(systemOf(seen)).toBe(sentPrompt(1)[0]?.content);
    expect(partOf(seen, 'history')?.text).toBe(
      'user: Tell me about peanuts and the barn\n\nassistant: First answer.\n\nuser: And the peanuts of my uncle behind the barn?',
    );
    expect(seen.parts.map(({ name, exact }) => [name, exact])).toEqual(
      ['instructions', 'persona', 'soul', 'owner', 'memories', 'past', 'now', 'history', 'tools'].map((name) => [name, true]),
    );
    expect(partOf(seen, 'memories')?.references).toEqual([{ kind: 'memory', id: memoryId }]);
    expect(partOf(seen, 'past')?.references[0]).toMatchObject({ kind: 'message' });
    expect(partOf(seen, 'tools')?.text).toContain('search_conversations: ');
    expect(seen).toMatchObject({ messageId, conversationId, kind: 'model', budgetTokens: 12_000, inputTokens: 321 });
    expect(seen.parts.every(({ tokens }) => tokens > 0)).toBe(true);
    expect(seen.totalTokens).toBe(seen.parts.reduce((sum, { tokens }) => sum + tokens, 0));
    expect(seen.totalTokens).toBeLessThanOrEqual(12_000 + 500);
  });

  test('stays what it was when memory, soul and conversation change', async () => {
    const memoryId = await furnish();
    server.script({ text: 'An answer.' }, { text: 'Another.' }, { text: 'A third.' });
    const sent = await converse(agent, 'Tell me about peanuts and the barn');
    await patchMemory(agent, memoryId, { content: 'I am allergic to walnuts' }, 'owner');
    await pool().query(`update souls set content = 'I am somebody else now.' where agent_id = $1`, [agent.id]);
    const again = await callAs(agent, REGENERATE, { params: { messageId: sent.messageId } });
    await waitForResult(agent, again.body.messageId);
    const edited = await callAs(agent, EDIT, { params: { messageId: sent.userMessageId }, body: { message: 'Something else' } });
    await waitForResult(agent, edited.body.messageId);
    for (const [index, messageId] of [sent.messageId, again.body.messageId, edited.body.messageId].entries()) {
      const seen = await readPrompt(messageId);
      expect(systemOf(seen)).toBe(sentPrompt(index)[0]?.content);
      expect(partOf(seen, 'history')?.text).toBe(`user: ${sentPrompt(index)[1]?.content}`);
      expect(seen.parts.every(({ exact }) => exact)).toBe(true);
    }
  });

  test('says where something that was deleted since is missing', async () => {
    await furnish();
    const { messageId } = await converse(agent, 'And the peanuts of my uncle behind the barn?');
    await pool().query(`delete from conversations where agent_id = $1 and title is null`, [agent.id]);
    const seen = await readPrompt(messageId);
    expect(partOf(seen, 'past')).toMatchObject({ exact: false });
    expect(partOf(seen, 'past')?.text).not.toContain('barn');
  });

  // reliability: 29
  test('holds no secret, neither in the answer nor in its row', async () => {
    const secret = 'sk-live-4f9a8b7c6d5e4f3a2b1c';
    await pool().query(`insert into souls (agent_id, owner_id, content) values ($1, $2, $3)`, [
      agent.id,
      agent.ownerId,
      `I am calm. The key of the house is ${secret}.`,
    ]);
    const { messageId } = await converse(agent, `My api key is ${secret}, keep it.`);
    const seen = await readPrompt(messageId);
    expect(partOf(seen, 'soul')?.text).toContain('[secret removed]');
    expect(partOf(seen, 'history')).toMatchObject({ exact: false, text: expect.stringContaining('[secret removed]') });
    expect(JSON.stringify(seen)).not.toContain(secret);
    const { rows } = await pool().query<{ prompt: unknown; texts: Buffer }>(
      `select prompt, prompt_texts as texts from messages where id = $1`,
      [messageId],
    );
    expect(JSON.stringify(rows[0]?.prompt)).not.toContain(secret);
    expect(inflateRawSync(rows[0]!.texts).toString()).not.toContain(secret);
    expect(inflateRawSync(rows[0]!.texts).toString()).toContain('I am calm.');
  });

  test('costs a reply under 4 KB, however long the conversation is', async () => {
    await furnish();
    const conversationId = Number(await createConversation(agent));
    for (let index = 0; index < 20; index += 1)
      await addExchange(agent, BigInt(conversationId), `Message ${index}. ${'More of it. '.repeat(20)}`);
    const { messageId } = await converse(agent, 'And the peanuts?', conversationId);
    const seen = await readPrompt(messageId);
    expect(partOf(seen, 'history')?.references).toHaveLength(41);
    expect(partOf(seen, 'history')?.exact).toBe(true);
    const { rows } = await pool().query<{ bytes: number }>(
      `select pg_column_size(prompt) + pg_column_size(prompt_texts) as bytes from messages where id = $1`,
      [messageId],
    );
    expect(rows[0]?.bytes).toBeLessThan(4_096);
  });

  test('can be read when the reply is done, and is 404 for what was never kept', async () => {
    const gate = createGate();
    server.script({ text: 'Held.', heldUntil: gate.opened });
    const sent = await send(agent, 'Wait for it');
    const read = (messageId: string) => callAs(agent, PROMPT, { params: { messageId } });
    expect(await read(sent.messageId)).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
    gate.open();
    await waitForResult(agent, sent.messageId);
    expect((await read(sent.messageId)).status).toBe(200);
    expect((await read(sent.userMessageId)).status).toBe(404);
    const { replyId } = await addExchange(agent, await createConversation(agent), 'An old question');
    expect(await read(replyId)).toMatchObject({ status: 404, body: { error: 'The prompt of this reply was not kept.' } });
  });

  test('is kept of a reply that the provider did not write', async () => {
    server.script({ fault: { kind: 'status', status: 401 } });
    const { messageId, result } = await converse(agent, 'Hello there');
    expect(result.status).toBe('error');
    expect(partOf(await readPrompt(messageId), 'history')?.text).toBe('user: Hello there');
  });

  test('is what was found, where no language model answers', async () => {
    await furnish();
    const before = (globalThis as { selfclawModels?: { providers?: ReturnType<typeof createProviders> } }).selfclawModels?.providers;
    replaceModels({ providers: createProviders({ probeLoopback: false }) });
    try {
      const { messageId } = await converse(agent, 'What do you know about peanuts?');
      const seen = await readPrompt(messageId);
      expect(seen).toMatchObject({ kind: 'recall', model: 'recall', budgetTokens: 0 });
      expect(partOf(seen, 'memories')?.text).toBe('- [identity] I am allergic to peanuts');
      expect(partOf(seen, 'question')?.text).toBe('What do you know about peanuts?');
    } finally {
      if (before) replaceModels({ providers: before });
    }
  });
});
