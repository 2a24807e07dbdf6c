import { expect, test } from 'vitest';
import { handleSummarizeConversation } from '@/lib/compaction/job-handlers';
import { countTokens } from '@/lib/llm/tokens';
import { pool } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { indexMissing } from '@/lib/retrieval/indexing';
import { converse, openChat } from '@/tests/chat';
import { createConversation } from '@/tests/exchanges';
import type { TestAgent } from '@/tests/owned-agent';

let agent: TestAgent;
const server = await openChat((created) => (agent = created));

const FACT = 'My grandmother left me a silver compass from her years at sea.';
const BUDGET_TOKENS = 12_000;

/** A conversation of so many messages, each with a few hundred characters, whose first one tells {@link FACT}. */
async function fill(messages: number): Promise<number> {
  const conversationId = await createConversation(agent);
  const contents = Array.from({ length: messages }, (_, index) =>
    index === 0
      ? FACT
      : `Note ${index}: the train was ${index} minutes late, then rain. ${'We walked on and spoke of the weather and of trains. '.repeat(4)}`,
  );
  await pool().query(
    `insert into messages (id, owner_id, agent_id, conversation_id, sequence, role, content)
     select id, $1, $2, $3, n, case when n % 2 = 1 then 'user' else 'assistant' end, content
     from unnest($4::uuid[], $5::text[]) with ordinality as given(id, content, n)`,
    [agent.ownerId, agent.id, conversationId, contents.map(() => newId()), contents],
  );
  await pool().query(`update conversations set last_sequence = $2, message_count = $2 where id = $1`, [conversationId, messages]);
  return Number(conversationId);
}

type Sent = { role: string; content: string }[];

const lastPrompt = () => (server.journal.at(-1)?.body.messages ?? []) as Sent;
const tokensOf = (prompt: Sent) => countTokens(prompt.map(({ content }) => content).join('\n'));

test('a conversation of 2,000 messages stays within the budget of the prompt, and a fact from its start is found again', async () => {
  const conversationId = await fill(2_000);
  await indexMissing(agent, new Date(0));
  const question = 'What was it that my grandmother left me, the silver thing from the sea?';
  await converse(agent, question, conversationId);
  expect(await tokensOf(lastPrompt())).toBeLessThanOrEqual(BUDGET_TOKENS);
  expect(lastPrompt()[0]?.content).toMatch(/name="past">[^]*My grandmother left me a silver compass from her years at sea\./);

  // The job that the reply enqueued.
  const { rows } = await pool().query<{ data: { agentId: string; conversationId: string } }>(
    `select data from pgboss.job where name = 'conversation-summarize' and data->>'conversationId' = $1`,
    [String(conversationId)],
  );
  server.script({ text: '- much was said of trains and of the weather', when: { promptIncludes: 'keep the record' } });
  await handleSummarizeConversation(rows[0]!.data);
  const asked = lastPrompt();
  expect(await tokensOf(asked)).toBeLessThanOrEqual(BUDGET_TOKENS);
  expect(asked.at(-1)?.content).toContain('silver compass');

  await converse(agent, question, conversationId);
  const after = lastPrompt();
  expect(await tokensOf(after)).toBeLessThanOrEqual(BUDGET_TOKENS);
  expect(after[0]?.content).toContain('much was said of trains');
  expect(after[0]?.content).toContain('silver compass');
  // The newest 12 that were there, the exchange before, and the question: nothing between summary and history is missing.
  expect(after).toHaveLength(1 + 12 + 2 + 1 - 2);
});

test.each([100, 400])('with the longest messages that are taken, %d of them, too', async (messages) => {
  const conversationId = await fill(messages);
  await pool().query(`update messages set content = content || repeat(' and the next word', 500) where conversation_id = $1`, [
    conversationId,
  ]);
  const { result } = await converse(agent, `Well then. ${'word '.repeat(390)}`, conversationId);
  expect(result.status).toBe('completed');
  expect(await tokensOf(lastPrompt())).toBeLessThanOrEqual(BUDGET_TOKENS);
});
