import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { POST as STOP } from '@/app/api/selfclaw/v1/hosted-agents/[id]/chat/[messageId]/stop/route';
import { GET as SEARCH } from '@/app/api/selfclaw/v1/hosted-agents/[id]/conversations/search/route';
import { POST as REGENERATE } from '@/app/api/selfclaw/v1/hosted-agents/[id]/chat/[messageId]/regenerate/route';
import { pool } from '@/lib/platform/database';
import { forgetEnvironment } from '@/lib/platform/env';
import { createGate } from '@/tests/model-server';
import { callAs, type TestAgent } from '@/tests/owned-agent';
import {
  converse,
  followEvents,
  openChat,
  readEvents,
  readQuota,
  readResult,
  readRows,
  send,
  sendForEvents,
  textOf,
  waitForResult,
} from '@/tests/chat';
import { drainGenerations } from './generation';
import { chatProcess } from './live-replies';
import { sweepDeadReplies } from './sweep';

const WORDS = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');

let agent: TestAgent;
const server = await openChat((created) => (agent = created));

const stop = (messageId: string) => callAs(agent, STOP, { params: { messageId } });
const lengthOf = (events: { data: { content?: string } }[]) => events.reduce((sum, { data }) => sum + (data.content?.length ?? 0), 0);

/** The chat module as another process has it: with replies, readers and a name of its own, on the same database. */
async function loadOtherProcess() {
  const holder = globalThis as { selfclawChat?: unknown };
  const own = holder.selfclawChat;
  holder.selfclawChat = undefined;
  vi.resetModules();
  const stream = await import('@/app/api/selfclaw/v1/hosted-agents/[id]/chat/[messageId]/stream/route');
  const stopping = await import('@/app/api/selfclaw/v1/hosted-agents/[id]/chat/[messageId]/stop/route');
  const replies = await import('./live-replies');
  holder.selfclawChat = own;
  expect(replies.chatProcess.id).not.toBe(chatProcess.id);
  return { STREAM: stream.GET, STOP: stopping.POST };
}

describe('a reader that goes away', () => {
  // reliability: 14
  test('at 30 % leaves the reply whole, once', async () => {
    server.script({ text: WORDS, delayMs: 10 });
    const [first] = await readEvents(await sendForEvents(agent, 'Tell'), (events) => lengthOf(events) > WORDS.length * 0.3);
    expect(await waitForResult(agent, first?.data.messageId)).toMatchObject({ status: 'completed', content: WORDS });
    expect(server.journal).toHaveLength(1);
    expect(await readRows(first?.data.conversationId)).toHaveLength(2);
  });

  test('comes back with Last-Event-ID and gets exactly the rest, in the middle and after the end', async () => {
    server.script({ text: WORDS, delayMs: 10 });
    const before = await readEvents(await sendForEvents(agent, 'Tell'), (events) => lengthOf(events) > WORDS.length * 0.3);
    const { messageId } = before[0]?.data ?? {};
    const lastId = before.at(-1)?.id ?? 0;
    expect(lastId).toBe(textOf(before).length);
    const rest = await readEvents(await followEvents(agent, messageId, lastId));
    expect(textOf(before) + textOf(rest)).toBe(WORDS);
    expect(rest.at(-1)?.data.done).toBe(true);
    const afterwards = await readEvents(await followEvents(agent, messageId, lastId));
    expect(textOf(before) + textOf(afterwards)).toBe(WORDS);
    expect(textOf(await readEvents(await followEvents(agent, messageId)))).toBe(WORDS);
  });

  test('comes back to another process and gets exactly the rest, text beyond the basic plane included', async () => {
    const text = `Olá 🎉🎉 São Paulo 人人 ${WORDS}`;
    // The model goes on only once the other process has given a piece of what is there, so that there is more than one.
    const gate = createGate();
    server.script({ text, delayMs: 5, heldUntil: gate.opened, heldAfterTokens: 50 });
    const before = await readEvents(await sendForEvents(agent, 'Tell'), (events) => lengthOf(events) > text.length * 0.3);
    const { STREAM } = await loadOtherProcess();
    const following = await followEvents(agent, before[0]?.data.messageId, before.at(-1)?.id, STREAM);
    const rest = await readEvents(following, (events) => {
      if (textOf(events)) gate.open();
    });
    expect(textOf(before) + textOf(rest)).toBe(text);
    expect(rest.filter(({ data }) => data.content).length).toBeGreaterThan(1);
    expect(rest.at(-1)?.data).toMatchObject({ done: true, messageId: before[0]?.data.messageId });
  });

  test('and reads slowly gets all of it, in few large pieces', async () => {
    const long = Array.from({ length: 30_000 }, () => 'abcd').join(' ');
    server.script({ tokens: long.match(/[^]{1,3000}/g) ?? [], delayMs: 2 });
    const response = await sendForEvents(agent, 'Much');
    await sleep(400);
    expect(textOf(await readEvents(response))).toBe(long);
  });
});

describe('a stop', () => {
  // reliability: 15
  test('at 30 % cuts the provider, keeps the part, counts its tokens and settles the quota', async () => {
    // The model says half of it, and waits.
    server.script({ text: WORDS, delayMs: 10, heldUntil: createGate().opened, heldAfterTokens: 30 });
    const response = await sendForEvents(agent, 'Tell');
    let asked: ReturnType<typeof stop> | undefined;
    const events = await readEvents(response, (soFar) => {
      if (lengthOf(soFar) > WORDS.length * 0.3) asked ??= stop(soFar[0]?.data.messageId);
      return false;
    });
    expect((await asked)?.body).toMatchObject({ success: true, status: 'stopping' });
    expect(events.at(-1)?.data).toMatchObject({ done: true, stopped: true });
    const { messageId, conversationId } = events[0]?.data ?? {};
    const result = await readResult(agent, messageId);
    expect(result).toMatchObject({ status: 'completed', stopped: true, content: textOf(events) });
    expect(result.content.length).toBeLessThan(WORDS.length * 0.8);
    expect(WORDS.startsWith(result.content)).toBe(true);
    await expect.poll(() => server.journal[0]).toMatchObject({ aborted: true });
    const [, reply] = await readRows(conversationId);
    expect(reply).toMatchObject({ status: 'stopped', reserved_tokens: 0 });
    expect(reply?.output_tokens).toBeGreaterThan(5);
    expect(await readQuota(agent)).toEqual({ used: (reply?.input_tokens ?? 0) + (reply?.output_tokens ?? 0), reserved: 0 });
    expect((await stop(messageId)).body.status).toBe('stopped');
  });

  test('asked of another process takes effect long before the model is done, before its first word too', async () => {
    const other = await loadOtherProcess();
    // The whole answer would take half a minute, twice as long as is waited for.
    for (const answer of [{ text: WORDS, delayMs: 500 }, { fault: { kind: 'hang' as const } }]) {
      server.script(answer);
      const message = `Tell ${JSON.stringify(answer)}`;
      const sent = await send(agent, message);
      await expect.poll(() => server.journal.at(-1)?.body.messages?.at(-1)?.content).toBe(message);
      await callAs(agent, other.STOP, { params: { messageId: sent.messageId } });
      expect(await waitForResult(agent, sent.messageId, 15_000)).toMatchObject({ stopped: true });
    }
  });

  test('of a waiting reply ends it at once, and those behind it go on', async () => {
    const gate = createGate();
    server.script({ text: 'Slow.', heldUntil: gate.opened });
    const first = await send(agent, 'One');
    const second = await send(agent, 'Two', first.conversationId);
    const third = await send(agent, 'Three', first.conversationId);
    expect((await stop(second.messageId)).body.status).toBe('stopped');
    expect(await readResult(agent, second.messageId)).toMatchObject({ stopped: true, content: '' });
    gate.open();
    expect(await waitForResult(agent, third.messageId)).toMatchObject({ content: 'You said: Three' });
    expect(await readResult(agent, first.messageId)).toMatchObject({ content: 'Slow.' });
    expect(await readQuota(agent)).toMatchObject({ reserved: 0 });
  });
});

describe('a fault of the provider', () => {
  // reliability: 16
  test.each([
    [{ kind: 'status' as const, status: 500 }, 0, 'PROVIDER_UNAVAILABLE'],
    [{ kind: 'cut' as const, afterTokens: 5 }, 1, 'PROVIDER_DISCONNECTED'],
    [{ kind: 'cut-in-character' as const, afterTokens: 5 }, 1, 'PROVIDER_DISCONNECTED'],
    [{ kind: 'empty' as const }, 0, 'EMPTY_ANSWER'],
  ])('%j ends in an error that can be retried, never in a spinner', async (fault, times, code) => {
    server.script({ text: WORDS, fault, times });
    const events = await readEvents(await sendForEvents(agent, 'Tell'));
    const { messageId, conversationId } = events[0]?.data ?? {};
    expect(events.at(-1)?.data).toMatchObject({ error: expect.any(String), code, messageId, conversationId });
    const result = await readResult(agent, messageId);
    expect(result).toMatchObject({ httpStatus: 500, status: 'error', code, error: expect.any(String) });
    expect(await readQuota(agent)).toMatchObject({ reserved: 0 });
    server.reset();
    const { body } = await callAs(agent, REGENERATE, { params: { messageId } });
    expect(await waitForResult(agent, body.messageId)).toMatchObject({ content: 'You said: Tell' });
  });
});

describe('the quota', () => {
  // reliability: 17
  test('raced by 50 messages is never passed by more than one reply, and nothing stays reserved', async () => {
    vi.stubEnv('DAILY_TOKEN_LIMIT', '20000');
    forgetEnvironment();
    try {
      server.script({ text: 'A word.', usage: { inputTokens: 2_000, outputTokens: 800 }, firstTokenDelayMs: 200, times: 0 });
      let highest = 0;
      const ONE_REPLY = 3_300;
      const watch = setInterval(
        () => void readQuota(agent).then(({ used, reserved }) => (highest = Math.max(highest, used + reserved))),
        25,
      );
      const sent = await Promise.all(Array.from({ length: 50 }, (_, index) => send(agent, `Message ${index}`)));
      const accepted = sent.filter(({ status }) => status === 202);
      const refused = sent.filter(({ status }) => status === 429);
      expect(accepted.length).toBeGreaterThan(3);
      expect(accepted.length + refused.length).toBe(50);
      expect(refused[0]).toMatchObject({ code: 'QUOTA_EXCEEDED', error: expect.stringContaining('00:00 UTC') });
      expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(refused[0]?.headers.get('x-quota-reset')).toMatch(/T00:00:00\.000Z$/);
      await Promise.all(accepted.map(({ messageId }) => waitForResult(agent, messageId)));
      clearInterval(watch);
      const { used, reserved } = await readQuota(agent);
      expect(reserved).toBe(0);
      expect(used).toBe(accepted.length * 2_800);
      expect(highest).toBeLessThanOrEqual(20_000 + ONE_REPLY);
      const { rows } = await pool().query(`select count(*)::int as messages from messages where agent_id = $1`, [agent.id]);
      expect(rows[0].messages).toBe(accepted.length * 2);
      // Until it is used up, one at a time: what is over the limit is less than one reply.
      while ((await send(agent, 'More')).status === 202)
        await expect.poll(async () => (await readQuota(agent)).reserved).toBe(0);
      expect((await readQuota(agent)).used).toBeLessThanOrEqual(20_000 + ONE_REPLY);
    } finally {
      vi.unstubAllEnvs();
      forgetEnvironment();
    }
  });
});

describe('a process that died', () => {
  // reliability: 18
  test('leaves an error with a retry within the lease, and the next reply of the conversation goes on', async () => {
    const { conversationId } = await converse(agent, 'Hello');
    // The rows as a killed process leaves them.
    const dead = crypto.randomUUID();
    await pool().query(
      `insert into messages (id, owner_id, agent_id, conversation_id, sequence, role, status, content, reply_to_id, reserved_tokens, quota_day, lease_owner, lease_expires_at)
       select $1, owner_id, agent_id, conversation_id, 3, 'assistant', 'processing', 'Half an ans', id, 900, (now() at time zone 'utc')::date, 'dead:1', now() + interval '1 hour'
       from messages where conversation_id = $2 and sequence = 1`,
      [dead, conversationId],
    );
    await pool().query(`update conversations set last_sequence = 3 where id = $1`, [conversationId]);
    await pool().query(`update token_quotas set reserved = reserved + 900 where agent_id = $1`, [agent.id]);
    const reading = followEvents(agent, dead).then((response) => readEvents(response));
    const waiting = await send(agent, 'Still there?', conversationId);
    expect(await sweepDeadReplies()).toBe(0);
    expect(await readResult(agent, waiting.messageId)).toMatchObject({ status: 'processing' });
    await pool().query(`update messages set lease_expires_at = now() where id = $1`, [dead]);
    const swept = await Promise.all([sweepDeadReplies(), sweepDeadReplies()]);
    expect(swept[0] + swept[1]).toBe(1);
    expect(await readResult(agent, dead)).toMatchObject({
      httpStatus: 500,
      code: 'INTERRUPTED',
      error: expect.stringMatching(/regenerate/i),
    });
    const events = await reading;
    expect(textOf(events)).toBe('Half an ans');
    expect((await callAs(agent, SEARCH, { query: { q: 'half ans' } })).body.results).toMatchObject([{ messageId: dead }]);
    expect(events.at(-1)?.data).toMatchObject({ code: 'INTERRUPTED', messageId: dead });
    expect(await waitForResult(agent, waiting.messageId)).toMatchObject({ content: 'You said: Still there?' });
    expect(await readQuota(agent)).toMatchObject({ reserved: 0 });
  });

  test('and comes back from a long pause does not write over what was swept', async () => {
    server.script({ text: WORDS, delayMs: 100 });
    const sent = await send(agent, 'Tell');
    await sleep(200);
    await pool().query(`update messages set lease_expires_at = now() - interval '1 second' where id = $1`, [sent.messageId]);
    expect(await sweepDeadReplies()).toBe(1);
    const [, swept] = await readRows(sent.conversationId);
    await expect.poll(() => chatProcess.replies.has(sent.messageId)).toBe(false);
    const [, after] = await readRows(sent.conversationId);
    expect(after).toMatchObject({ status: 'error', error_code: 'INTERRUPTED', content: swept?.content });
    expect(await readQuota(agent)).toEqual({ used: 0, reserved: 0 });
  });
});

describe('a database that is away', () => {
  test('while a reply ends is waited for, and the reply is stored whole', async () => {
    server.script({ text: WORDS, delayMs: 5 });
    const response = await sendForEvents(agent, 'Tell');
    const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const unreachable = () => {
      throw away;
    };
    const connect = vi.spyOn(pool(), 'connect').mockImplementation(unreachable);
    const query = vi.spyOn(pool(), 'query').mockImplementation(unreachable);
    setTimeout(() => {
      connect.mockRestore();
      query.mockRestore();
    }, 1_500);
    const events = await readEvents(response);
    expect(textOf(events)).toBe(WORDS);
    expect(events.at(-1)?.data.done).toBe(true);
    expect(await readResult(agent, events[0]?.data.messageId)).toMatchObject({ status: 'completed', content: WORDS });
    expect(await readQuota(agent)).toMatchObject({ reserved: 0 });
  });
});

describe('too much at once', () => {
  test('is refused with 503 and when to come back', async () => {
    vi.stubEnv('MAX_OPEN_REPLIES', '3');
    forgetEnvironment();
    try {
      const gate = createGate();
      server.script({ text: 'Slow.', heldUntil: gate.opened, times: 0 });
      const sent = await Promise.all(Array.from({ length: 8 }, (_, index) => send(agent, `Message ${index}`)));
      const accepted = sent.filter(({ status }) => status === 202);
      expect(accepted).toHaveLength(3);
      expect(sent.find(({ status }) => status === 503)).toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryAfterMs: 2_000 });
      gate.open();
      await Promise.all(accepted.map(({ messageId }) => waitForResult(agent, messageId)));
    } finally {
      vi.unstubAllEnvs();
      forgetEnvironment();
    }
  });

  test('and the end of the process lets replies finish that are nearly done, ends the others, and takes no more', async () => {
    const gate = createGate();
    server.script(
      { text: 'Done soon.', heldUntil: gate.opened, when: { lastUserIncludes: 'quick' } },
      { text: WORDS, heldUntil: createGate().opened, heldAfterTokens: 3, when: { lastUserIncludes: 'long' } },
    );
    const quick = await send(agent, 'quick');
    const long = await send(agent, 'long');
    const queued = await send(agent, 'later', long.conversationId);
    // The long one has begun, and is not done in the seconds that replies are given.
    await expect.poll(() => server.journal.find(({ sentTokens }) => sentTokens === 3)).toBeDefined();
    const drained = drainGenerations(4_000);
    gate.open();
    expect(await send(agent, 'new')).toMatchObject({ status: 503 });
    await drained;
    chatProcess.draining = false;
    expect(await readResult(agent, quick.messageId)).toMatchObject({ status: 'completed', content: 'Done soon.' });
    expect(await readResult(agent, long.messageId)).toMatchObject({ httpStatus: 500, code: 'INTERRUPTED' });
    expect(await readResult(agent, queued.messageId)).toMatchObject({ httpStatus: 500, code: 'INTERRUPTED' });
    expect((await readRows(long.conversationId))[1]?.content).toMatch(/^word0 word1/);
    expect(await readQuota(agent)).toMatchObject({ reserved: 0 });
  });
});
