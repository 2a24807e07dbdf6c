import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { POST as STOP } from '@/app/api/selfclaw/v1/hosted-agents/[id]/chat/[messageId]/stop/route';
import { pool } from '@/lib/platform/database';
import { converse, openChat, readEvents, readQuota, readResult, readRows, send, sendForEvents, waitForResult } from '@/tests/chat';
import { createGate } from '@/tests/model-server';
import { callAs, type TestAgent } from '@/tests/owned-agent';
import { chatProcess } from './live-replies';
import { renewLeases } from './queries';
import { sweepDeadReplies } from './sweep';

const WORDS = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');

let agent: TestAgent;
const server = await openChat((created) => (agent = created));

describe('a reply without a writer', () => {
  // Its end could not be stored, or the answer to its beginning was lost, in a process that lives on and is busy.
  test('is not kept open by the other replies of its process', async () => {
    const orphan = await converse(agent, 'Hello');
    server.script({ text: WORDS, delayMs: 100 });
    const kept = await send(agent, 'Tell');
    await pool().query(
      `update messages set status = 'processing', lease_owner = $2, lease_expires_at = now() + interval '300 milliseconds' where id = $1`,
      [orphan.messageId, chatProcess.id],
    );
    const renewed = await renewLeases(chatProcess.id, [...chatProcess.replies.keys()], 30);
    expect(renewed.map(({ id }) => id)).toEqual([kept.messageId]);
    await sleep(400);
    expect(await sweepDeadReplies()).toBe(1);
    expect(await readResult(agent, orphan.messageId)).toMatchObject({ httpStatus: 500, code: 'INTERRUPTED' });
    expect(await waitForResult(agent, kept.messageId)).toMatchObject({ content: WORDS });
  });
});

describe('what a model makes up', () => {
  test('in a tool call is stored and told, whatever signs it holds', async () => {
    const nul = '\u0000';
    server.script(
      {
        toolCalls: [
          { id: `call${nul}1`, name: `launch${nul}`, arguments: { 'a\ud800': nul } },
          { name: 'calculate', arguments: { [`expression${nul}`]: `2${nul}`, 'b\udfff': ['\ud83c'] } },
          { name: 'calculate', arguments: { expression: `2 + ${nul}2` } },
        ],
      },
      { text: 'Done.' },
    );
    const events = await readEvents(await sendForEvents(agent, 'Try'));
    expect(events.at(-1)?.data).toMatchObject({ done: true });
    expect(await readResult(agent, events[0]?.data.messageId)).toMatchObject({ status: 'completed', content: 'Done.' });
  });

  test('of its usage counts nothing below zero and leaves the reply whole', async () => {
    for (const usage of [
      { inputTokens: -5_000, outputTokens: -1 },
      { inputTokens: 10.5, outputTokens: 1e12 },
    ]) {
      server.script({ text: 'Cheap.', usage });
      const { result, conversationId } = await converse(agent, `Hello ${usage.inputTokens}`);
      expect(result).toMatchObject({ status: 'completed', content: 'Cheap.' });
      const [, reply] = await readRows(conversationId);
      expect(reply?.input_tokens).toBeGreaterThan(0);
      expect(reply?.output_tokens).toBeLessThan(1_000);
    }
    expect(await readQuota(agent)).toMatchObject({ reserved: 0 });
  });
});

describe('what an owner said', () => {
  const jobsOf = async (replyId: string) =>
    (await pool().query(`select 1 from pgboss.job where name = 'memories-extract' and data ->> 'replyId' = $1`, [replyId])).rowCount;

  test('is learned from a reply that they stopped, and not from one that failed', async () => {
    server.script({ text: WORDS, delayMs: 100 });
    const stopped = await send(agent, 'I am allergic to peanuts.');
    await expect.poll(() => server.journal.at(-1)?.sentTokens).toBeGreaterThan(0);
    await callAs(agent, STOP, { params: { messageId: stopped.messageId } });
    expect(await waitForResult(agent, stopped.messageId)).toMatchObject({ stopped: true });
    expect(await jobsOf(stopped.messageId)).toBe(1);
    server.script({ fault: { kind: 'empty' }, times: 0 });
    const failed = await converse(agent, 'I live in Porto.');
    expect(failed.result.status).toBe('error');
    expect(await jobsOf(failed.messageId)).toBe(0);
  });
});

describe('an agent that is deleted', () => {
  test('in the middle of its replies ends them for their readers, and nothing goes on being written', async () => {
    const gate = createGate();
    server.script(
      { text: WORDS, delayMs: 200 },
      { toolCalls: [{ name: 'remember', arguments: { fact: 'I like tea.' } }], heldUntil: gate.opened },
    );
    const asked = (times: number) => expect.poll(() => server.journal).toHaveLength(times);
    const reading = sendForEvents(agent, 'Tell').then((response) => readEvents(response));
    await asked(1);
    const calling = sendForEvents(agent, 'Remember that I like tea.').then((response) => readEvents(response));
    await asked(2);
    await pool().query(`delete from agents where id = $1`, [agent.id]);
    gate.open();
    for (const events of await Promise.all([reading, calling]))
      expect(events.at(-1)?.data).toMatchObject({ code: 'NOT_FOUND', error: expect.stringContaining('deleted') });
    await expect.poll(() => chatProcess.replies.size).toBe(0);
    const { rows } = await pool().query(
      `select 1 from memories where agent_id = $1 union all select 1 from token_quotas where agent_id = $1`,
      [agent.id],
    );
    expect(rows).toEqual([]);
  });
});
