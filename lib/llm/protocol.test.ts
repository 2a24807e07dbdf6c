import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModelV3 } from '@ai-sdk/provider';
import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { generateReply } from '@/lib/llm/generate';
import { createOpenAICompatibleModel } from '@/lib/llm/openai-compatible';
import type { ChatTool } from '@/lib/llm/reply-types';

const mock = new LLMock({ port: 0, chunkSize: 3 });

beforeAll(async () => {
  mock.on({ userMessage: 'price', hasToolResult: false }, { toolCalls: [{ name: 'price', arguments: '{"symbol":"MAIZE"}' }] });
  mock.on({ userMessage: 'price', hasToolResult: true }, { content: 'Maize costs 4.20.' });
  mock.on({ userMessage: 'greet' }, { content: 'Habari! How is the harvest going this week?' });
  await mock.start();
});
afterAll(() => mock.stop());

const price: ChatTool = {
  name: 'price',
  description: 'The price of a symbol.',
  inputSchema: z.object({ symbol: z.string() }),
  execute: ({ symbol }: { symbol: string }) => Promise.resolve({ symbol, price: 4.2 }),
};

const adapters: Record<string, () => LanguageModelV3> = {
  'our adapter': () => createOpenAICompatibleModel({ provider: 'xai', baseUrl: `${mock.url}/v1`, apiKey: 'k', modelId: 'grok-4-1-fast' }),
  "the AI SDK's adapter": () =>
    createOpenAICompatible({ name: 'xai', baseURL: `${mock.url}/v1`, apiKey: 'k', includeUsage: true })('grok-4-1-fast'),
};

describe.each(Object.entries(adapters))('against an independent model server, %s', (_, makeModel) => {
  const ask = (text: string, tools: ChatTool[] = []) =>
    generateReply({ model: makeModel(), messages: [{ role: 'user', content: [{ type: 'text', text }] }], tools });

  it('streams a text', async () => {
    const outcome = await ask('greet me');
    expect(outcome).toMatchObject({ status: 'completed', text: 'Habari! How is the harvest going this week?', finishReason: 'stop' });
  });

  it('makes a round trip through a tool', async () => {
    const outcome = await ask('what is the price?', [price]);
    expect(outcome).toMatchObject({ status: 'completed', text: 'Maize costs 4.20.', steps: 2 });
    expect(outcome.toolCalls).toMatchObject([{ name: 'price', input: { symbol: 'MAIZE' }, output: { price: 4.2 } }]);
  });

  it('reports an unknown request as an error, not as an exception', async () => {
    expect(await ask('nothing matches this')).toMatchObject({ status: 'error', text: '' });
  });
});
