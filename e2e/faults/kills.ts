import { setTimeout as sleep } from 'node:timers/promises';
import { readAnswer, requestEvents } from '@/tests/samples/event-stream';
import { call, makeAgent, mustCall, signInOverHttp } from '../support/account';
import type { App } from '../support/app';
import type { AppDatabaseKind } from '../support/app-database';
import { expect, modelSettings, replyPrompts, test as base } from '../support/model';
import { addMemory, findLosses, mustPost, openLedger, post, readMessages, untilEnded, type Ledger } from './ledger';

const STORY = Array.from({ length: 60 }, (_, index) => `word${index + 1}`).join(' ');
const STORY_DELAY_MS = 250;
/** Lease of a reply, the sweep's interval, and the start of a process on a busy machine. */
const LEASE_AND_SWEEP_MS = 45_000;

async function newLedger(app: App): Promise<Ledger> {
  const account = await signInOverHttp(app.url);
  return openLedger(account, await makeAgent(account));
}

/** Reads along with a reply until `words` of it have come. */
async function untilWords(ledger: Ledger, messageId: string, words: number): Promise<void> {
  const path = `${ledger.caller.origin}/api/selfclaw/v1/hosted-agents/${ledger.agentId}/chat/${messageId}/stream`;
  const response = await fetch(path, { headers: ledger.caller.headers });
  const reader = response.body!.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  for (let text = ''; !text.includes(`word${words}`);) {
    const { done, value } = await reader.read();
    if (done) throw new Error(`the reply ended early: ${text}`);
    text += value;
  }
  await reader.cancel();
}

/** Tests that hold on either database: what a process may lose when it is killed is nothing. */
export function registerKillTests(database: AppDatabaseKind): void {
  const test = base.extend({
    appOptions: [
      async ({ model }, use) => use({ database, env: { ...modelSettings(model), RATE_LIMIT_FACTOR: '20' } }),
      { scope: 'worker' },
    ],
  });
  test.describe.configure({ mode: 'default', timeout: 180_000 });

  test(`${database}: web killed in mid-answer: nothing is lost, the reply offers another try, and the app is back`, async ({
    app,
    model,
  }) => {
    const ledger = await newLedger(app);
    model.script({ when: { lastUserIncludes: 'First' }, text: 'Heard.' });
    const { messageId: firstId, conversationId } = await mustPost(ledger, 'First');
    await untilEnded(ledger, firstId, 20_000);
    await addMemory(ledger, 'The boat is called Meridian');
    model.script({ when: { lastUserIncludes: 'story' }, text: STORY, delayMs: STORY_DELAY_MS });
    const cut = await mustPost(ledger, 'Tell me a story', conversationId);
    const queued = await mustPost(ledger, 'And then?', conversationId);
    await untilWords(ledger, cut.messageId, 18);
    await sleep(600);

    const killed = app.pidOf('web');
    app.kill('web');
    const killedAtMs = performance.now();
    await app.untilHealthy();
    expect(app.pidOf('web')).not.toBe(killed);
    // Whoever writes in the meantime is served.
    await mustPost(ledger, 'Are you there?');
    const ended = await untilEnded(ledger, cut.messageId, LEASE_AND_SWEEP_MS);
    console.log(`${database}: the reply of a killed web process ended after ${Math.round(performance.now() - killedAtMs)} ms`);
    expect(ended).toMatchObject({ status: 'error', code: 'INTERRUPTED' });
    await untilEnded(ledger, queued.messageId, LEASE_AND_SWEEP_MS);
    await untilEnded(ledger, ledger.messages.at(-1)!.messageId, LEASE_AND_SWEEP_MS);
    expect(await findLosses(ledger)).toEqual([]);
    const kept = (await readMessages(ledger, conversationId)).find((message) => message.id === cut.messageId)!;
    expect(kept.content).toMatch(/^word1 word2 .*word1\d/);
    expect(kept.error).toMatch(/regenerate/i);

    model.script({ when: { lastUserIncludes: 'And then' }, text: 'Then all was well.' });
    const again = await mustCall<{ messageId: string }>(
      ledger.caller,
      'POST',
      `/v1/hosted-agents/${ledger.agentId}/chat/${queued.messageId}/regenerate`,
    );
    expect(await untilEnded(ledger, again.messageId, 20_000)).toMatchObject({ status: 'completed', content: 'Then all was well.' });
  });

  test(`${database}: worker killed in mid-answer and in mid-extraction: the reply is whole, and its fact is learned once`, async ({
    app,
    model,
  }) => {
    const ledger = await newLedger(app);
    // A name of its own: the worker may still learn from what the test before said.
    const fact = { fact: "The owner's boat is called Halcyon.", category: 'fact', confidence: 0.9, importance: 0.7, replaces: null };
    const extraction = { when: { wantsJson: true, promptIncludes: 'Halcyon' }, text: JSON.stringify({ facts: [fact] }), times: 0 };
    model.script(
      { when: { lastUserIncludes: 'Halcyon' }, text: STORY, delayMs: 100 },
      { ...extraction, times: 1, firstTokenDelayMs: 20_000 },
      extraction,
    );
    const { messageId } = await mustPost(ledger, 'My boat is called Halcyon.');
    await untilWords(ledger, messageId, 18);
    app.kill('worker');
    expect(await untilEnded(ledger, messageId, 30_000)).toMatchObject({ status: 'completed', content: STORY });
    // The one that came up learns from the exchange, and is killed while it does.
    const extractions = () =>
      model.journal.filter(({ body }) => body.response_format && JSON.stringify(body.messages).includes('Halcyon')).length;
    await expect.poll(extractions, { timeout: 30_000 }).toBe(1);
    app.kill('worker');
    const facts = async () =>
      (await mustCall<{ memories: { content: string }[] }>(ledger.caller, 'GET', `/v1/hosted-agents/${ledger.agentId}/memories`)).memories;
    const killedAtMs = performance.now();
    await expect.poll(async () => (await facts()).length, { timeout: 90_000, intervals: [500] }).toBe(1);
    console.log(`${database}: the job of a killed worker was done again after ${Math.round(performance.now() - killedAtMs)} ms`);
    await sleep(2_000);
    expect((await facts()).map(({ content }) => content)).toEqual([fact.fact]);
    expect(await findLosses(ledger)).toEqual([]);
  });

  test(`${database}: database killed in mid-answer: refusals say when to try again, nothing is lost, no message is stuck`, async ({
    app,
    model,
  }) => {
    const ledger = await newLedger(app);
    await addMemory(ledger, 'The boat is called Meridian');
    model.script({ when: { lastUserIncludes: 'story' }, text: STORY, delayMs: STORY_DELAY_MS });
    const streamed = requestEvents({ base: `${app.url}/api/selfclaw`, headers: ledger.caller.headers }, ledger.agentId, {
      message: 'Tell me a story',
    });
    const response = await streamed;
    const answer = readAnswer(response);
    const listed = await mustCall<{ conversations: { id: number; openMessageId: string }[] }>(
      ledger.caller,
      'GET',
      `/v1/hosted-agents/${ledger.agentId}/conversations`,
    );
    const { id: conversationId, openMessageId: messageId } = listed.conversations[0]!;
    ledger.messages.push({ text: 'Tell me a story', messageId, conversationId });
    await untilWords(ledger, messageId, 18);

    let over = false;
    const crash = app.crashDatabase().then(() => (over = true));
    const refusals = new Set<string>();
    const crashedAtMs = performance.now();
    for (let recovered = 0; recovered < 5 || !over;) {
      const read = await call(ledger.caller, 'GET', `/v1/hosted-agents/${ledger.agentId}/memories`);
      recovered = read.status === 200 ? recovered + 1 : 0;
      if (read.status !== 200) refusals.add(`${read.status} ${String(read.body.code)} ${typeof read.body.retryAfterMs}`);
      if (performance.now() - crashedAtMs > 60_000) throw new Error(`no recovery; last answer ${read.status} ${JSON.stringify(read.body)}`);
      await sleep(100);
    }
    console.log(`${database}: the database was back after ${Math.round(performance.now() - crashedAtMs)} ms`);
    await crash;
    expect(refusals.size).toBeGreaterThan(0);
    expect([...refusals].filter((refusal) => refusal !== '503 SERVICE_UNAVAILABLE number')).toEqual([]);
    const ended = await untilEnded(ledger, messageId, LEASE_AND_SWEEP_MS);
    // The process that writes it lives: it waits for the database and stores the end.
    expect(ended).toMatchObject({ status: 'completed', content: STORY });
    expect((await answer).text).toBe(STORY);
    expect(await findLosses(ledger)).toEqual([]);
    expect(replyPrompts(model).filter((prompt) => prompt.includes('story'))).toHaveLength(1);
    await app.untilHealthy();
  });

  test(`${database}: database killed under load: 503 meanwhile, recovery by itself, nothing lost or doubled`, async ({ app }) => {
    const ledgers = await Promise.all([newLedger(app), newLedger(app), newLedger(app)]);
    const seen = new Map<string, number>();
    const note = ({ status, body }: { status: number; body: Record<string, unknown> }) => {
      const refused = status >= 500 || status === 0 ? ` ${String(body.code)} ${typeof body.retryAfterMs}` : '';
      seen.set(`${status}${refused}`, (seen.get(`${status}${refused}`) ?? 0) + 1);
    };
    let loading = true;
    const load = ledgers.map(async (ledger, person) => {
      for (let turn = 0; loading; turn += 1) {
        note(await post(ledger, `Message ${turn} of person ${person}`));
        note(await addMemory(ledger, `Fact ${turn} about person ${person}`));
        await sleep(150);
      }
    });
    await sleep(2_000);
    await app.crashDatabase();
    await sleep(1_000);
    await app.untilHealthy();
    // Everybody is served again, on the connections that were lost.
    const before = ledgers.map((ledger) => ledger.messages.length);
    await expect
      .poll(() => ledgers.every((ledger, person) => ledger.messages.length >= before[person]! + 3), { timeout: 20_000 })
      .toBe(true);
    loading = false;
    await Promise.all(load);
    console.log(`${database}: answers under load: ${[...seen].map(([answer, count]) => `${count} × ${answer}`).join(', ')}`);
    expect([...seen.keys()]).toContain('503 SERVICE_UNAVAILABLE number');
    expect([...seen.keys()].filter((answer) => !['201', '202', '503 SERVICE_UNAVAILABLE number'].includes(answer))).toEqual([]);
    for (const ledger of ledgers) {
      for (const { messageId } of ledger.messages) await untilEnded(ledger, messageId, LEASE_AND_SWEEP_MS);
      expect(await findLosses(ledger)).toEqual([]);
    }
  });
}
