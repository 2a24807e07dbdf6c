import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { embedDeterministically } from '@/tests/model-server-answers';

const dot = (left: number[], right: number[]) => left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);

it('a model server in a process of its own is scripted, read and reset over HTTP, and ends on SIGTERM', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/model-server-main.ts', '--delay-ms', '1'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const { origin, baseUrl } = JSON.parse(line.toString()) as { origin: string; baseUrl: string };
    const post = async (url: string, body: unknown) => (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).json();
    await post(`${origin}/__script`, { when: { lastUserIncludes: 'maize' }, text: 'Four twenty.' });
    const messages = [{ role: 'user', content: 'price of maize?' }];
    expect(await post(`${baseUrl}/chat/completions`, { model: 'm', messages })).toMatchObject({
      choices: [{ message: { content: 'Four twenty.' }, finish_reason: 'stop' }],
    });
    const vectors = await post(`${baseUrl}/embeddings`, { model: 'e', input: ['a', 'b'], dimensions: 512 });
    expect(vectors).toMatchObject({ data: [{ index: 0 }, { index: 1 }] });
    const journal = (await (await fetch(`${origin}/__journal`)).json()) as { path: string }[];
    expect(journal.map((entry) => entry.path)).toEqual(['/v1/chat/completions', '/v1/embeddings']);
    await post(`${origin}/__reset`, {});
    expect(await (await fetch(`${origin}/__journal`)).json()).toEqual([]);
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  expect(child.exitCode).toBe(0);
});

it('its embeddings are unit vectors, equal for equal texts and nearer for related ones', () => {
  const about = (text: string) => embedDeterministically(text, 512);
  const question = about('what is the price of maize');
  expect(dot(question, question)).toBeCloseTo(1, 6);
  expect(about('maize')).toEqual(about('maize'));
  expect(dot(question, about('the price of maize is rising'))).toBeGreaterThan(dot(question, about('my sister plays chess')) + 0.2);
});
