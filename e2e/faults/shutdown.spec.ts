import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startModelServer } from '@/tests/model-server';
import { readAnswer } from '@/tests/samples/event-stream';
import { makeAgent, mustCall, signInOverHttp } from '../support/account';
import { startApp } from '../support/app';
import { modelSettings } from '../support/model';
import { addMemory, findLosses, mustPost, openLedger, readMessages, untilEnded } from './ledger';

const STORY = Array.from({ length: 300 }, (_, index) => `word${index + 1}`).join(' ');

test('SIGTERM: what can finish finishes, the rest ends as interrupted with its words, and a new start has everything', async () => {
  test.setTimeout(360_000);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'selfclaw-e2e-'));
  const model = await startModelServer({ delayMs: 100 });
  const env = modelSettings(model);
  try {
    const first = await startApp({ dataDir, env });
    const account = await signInOverHttp(first.url);
    const ledger = openLedger(account, await makeAgent(account));
    await addMemory(ledger, 'The boat is called Meridian');
    model.script(
      { when: { lastUserIncludes: 'Briefly' }, text: STORY.slice(0, STORY.indexOf('word31')).trim() },
      { when: { lastUserIncludes: 'long' }, text: STORY },
    );
    const brief = await mustPost(ledger, 'Briefly, please');
    const long = await mustPost(ledger, 'A long one, please');
    const follow = async (messageId: string) =>
      readAnswer(
        await fetch(`${first.url}/api/selfclaw/v1/hosted-agents/${ledger.agentId}/chat/${messageId}/stream`, { headers: account.headers }),
      );
    const readers = Promise.all([follow(brief.messageId), follow(long.messageId)]);
    // Both are being written when the signal comes.
    await expect.poll(() => model.journal.filter((entry) => entry.sentTokens > 5).length).toBe(2);
    const stoppedAtMs = performance.now();
    const stopped = first.stop();
    const [whole, cut] = await readers;
    expect(await stopped).toBe(0);
    const tookMs = performance.now() - stoppedAtMs;
    console.log(`the install ended ${Math.round(tookMs)} ms after SIGTERM`);
    // The long one alone would have taken half a minute more.
    expect(tookMs).toBeLessThan(20_000);
    expect(whole.events.at(-1)).toMatchObject({ done: true });
    expect(whole.text).toMatch(/^word1 .*word30$/);
    expect(cut.error).toMatch(/regenerate/i);
    expect(cut.text).toMatch(/^word1 word2 /);

    const second = await startApp({ dataDir, env });
    try {
      ledger.caller = { origin: second.url, headers: { Cookie: account.cookie, Origin: second.url } };
      expect(await findLosses(ledger)).toEqual([]);
      expect(await untilEnded(ledger, brief.messageId, 1_000)).toMatchObject({ status: 'completed', content: whole.text });
      expect(await untilEnded(ledger, long.messageId, 1_000)).toMatchObject({ status: 'error', code: 'INTERRUPTED' });
      const kept = (await readMessages(ledger, long.conversationId)).find((message) => message.id === long.messageId)!;
      expect(kept.content).toBe(cut.text);
      model.script({ when: { lastUserIncludes: 'long' }, text: 'Shorter now.' });
      const again = await mustCall<{ messageId: string }>(
        ledger.caller,
        'POST',
        `/v1/hosted-agents/${ledger.agentId}/chat/${long.messageId}/regenerate`,
      );
      expect(await untilEnded(ledger, again.messageId, 20_000)).toMatchObject({ status: 'completed', content: 'Shorter now.' });
    } finally {
      await second.stop();
    }
  } finally {
    await model.close();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }
});
