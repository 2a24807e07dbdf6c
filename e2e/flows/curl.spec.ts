// The main job from a terminal, with an API key, in both ways to wait for a reply.
import { curl } from '@/tests/samples/curl';
import { mintKey, signInOverHttp } from '../support/account';
import { expect, test } from '../support/test';

const MEMORY_WAIT_MS = 30_000;

for (const mode of ['poll', 'stream'] as const) {
  test(`by curl with a key, in ${mode} mode: an agent learns a fact, it is edited, and the next answer knows`, async ({ app }) => {
    const key = await mintKey(await signInOverHttp(app.url));
    const base = `${app.url}/api/selfclaw/v1/hosted-agents`;
    const authorization = ['-H', `Authorization: Bearer ${key}`];
    const json = ['-H', 'Content-Type: application/json'];
    const ask = async <Body>(...args: string[]) => JSON.parse((await curl(...authorization, ...args)).output) as Body;

    const { agent } = await ask<{ agent: { id: number } }>(...json, '-d', '{"name":"Ada","personaTemplate":"general"}', base);
    const chat = `${base}/${agent.id}/chat`;

    async function reply(message: string): Promise<string> {
      const body = ['-d', JSON.stringify({ message })];
      if (mode === 'stream') {
        // -N prints each event as it comes.
        const run = await curl('-N', ...authorization, ...json, '-H', 'Accept: text/event-stream', ...body, chat);
        expect(run.exitCode).toBe(0);
        const events = run.output
          .split('\n')
          .filter((line) => line.startsWith('data: '))
          .map((line) => JSON.parse(line.slice(6)) as { content?: string; done?: boolean });
        expect(events.at(-1)).toMatchObject({ done: true });
        return events.map((event) => event.content ?? '').join('');
      }
      const { messageId } = await ask<{ messageId: string }>(...json, ...body, chat);
      for (;;) {
        const result = await ask<{ status: string; content: string }>(`${chat}/${messageId}/result`);
        if (result.status !== 'processing') {
          expect(result.status).toBe('completed');
          return result.content;
        }
        await new Promise((resolve) => setTimeout(resolve, 1_500));
      }
    }

    expect(await reply('I am allergic to peanuts.')).toContain('Noted');
    const memories = () => ask<{ memories: { id: string; fact: string }[] }>(`${base}/${agent.id}/memories`);
    await expect
      .poll(async () => (await memories()).memories.map(({ fact }) => fact).join(), { timeout: MEMORY_WAIT_MS })
      .toMatch(/peanuts/);
    const [learned] = (await memories()).memories;
    const edited = await ask(
      '-X',
      'PATCH',
      ...json,
      '-d',
      '{"content":"I am allergic to shellfish"}',
      `${base}/${agent.id}/memories/${learned!.id}`,
    );
    expect(edited).toMatchObject({ success: true, memory: { content: 'I am allergic to shellfish' } });
    const answer = await reply('What am I allergic to?');
    expect(answer).toContain('I am allergic to shellfish');
    expect(answer).not.toContain('peanuts');
  });
}
