import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { GenerateReplyOptions } from '@/lib/llm/generate';
import type { ChatTool } from '@/lib/llm/reply-types';
import { askModel, openModelServer } from '@/tests/scripted-models';

const WORDS = 'The bakery opens at six and closes when the bread is gone.';

const server = await openModelServer();
const ask = (text: string, options: Partial<GenerateReplyOptions> = {}) => askModel(server, text, options);

const weather: ChatTool = {
  name: 'weather',
  description: 'The weather of a city.',
  inputSchema: z.object({ city: z.string().min(2) }),
  execute: ({ city }: { city: string }) => Promise.resolve({ city, sky: 'clear' }),
};

describe('a reply', () => {
  it('arrives piece by piece, whole, with the usage that the provider reports', async () => {
    server.script({ text: WORDS, usage: { inputTokens: 120, outputTokens: 15 } });
    const deltas: string[] = [];
    const outcome = await ask('When?', { onDelta: (text) => deltas.push(text) });
    expect(outcome).toMatchObject({
      status: 'completed',
      text: WORDS,
      finishReason: 'stop',
      steps: 1,
      usage: { inputTokens: 120, outputTokens: 15 },
      usageEstimated: false,
    });
    expect(deltas.length).toBeGreaterThan(5);
    expect(deltas.join('')).toBe(WORDS);
    expect(outcome.calls).toHaveLength(1);
    expect(outcome.calls[0]).toMatchObject({ model: 'test-model', provider: 'test', inputTokens: 120, finishReason: 'stop' });
    expect(server.journal[0]).toMatchObject({ authorization: 'Bearer key-1', body: { model: 'test-model', max_tokens: 1024 } });
  });

  it('has its tokens estimated, and says so, when the provider reports none', async () => {
    server.script({ text: WORDS, usage: null });
    const outcome = await ask('When?');
    expect(outcome.usageEstimated).toBe(true);
    expect(outcome.usage.inputTokens).toBeGreaterThan(5);
    expect(outcome.usage.outputTokens).toBeGreaterThanOrEqual(12);
  });

  it('is put together again when every byte of the stream arrives alone', async () => {
    const text = 'Olá, São Paulo 🎉 人 fim';
    server.script({ text, byteByByte: true });
    expect((await ask('Olá')).text).toBe(text);
  });

  it('never hands out half a character or a NUL, however the provider cuts its pieces', async () => {
    server.script({ tokens: ['a\u0000b', 'x\ud83c', '\udf89y', '\udf89z', 'end\ud83c'] });
    const deltas: string[] = [];
    const outcome = await ask('?', { onDelta: (text) => deltas.push(text) });
    expect(outcome.text).toBe('abx🎉yzend');
    expect(deltas.every((delta) => delta.isWellFormed() && !delta.includes('\u0000'))).toBe(true);
  });

  it('that is cut by the output limit is kept and says so', async () => {
    server.script({ text: WORDS, finishReason: 'length' });
    expect(await ask('?')).toMatchObject({ status: 'completed', finishReason: 'length', text: WORDS });
  });
});

describe('a stop by the owner', () => {
  it('cuts the provider, keeps the partial text and counts its tokens', async () => {
    server.script({ text: WORDS, delayMs: 200 });
    const stop = new AbortController();
    let pieces = 0;
    const outcome = await ask('?', {
      signal: stop.signal,
      onDelta: () => {
        pieces += 1;
        if (pieces === 4) stop.abort();
      },
    });
    expect(outcome).toMatchObject({ status: 'stopped', text: 'The bakery opens at', finishReason: 'stopped', usageEstimated: true });
    expect(outcome.usage.outputTokens).toBeGreaterThanOrEqual(4);
    expect(outcome.usage.inputTokens).toBeGreaterThan(5);
    await expect.poll(() => server.journal[0]).toMatchObject({ aborted: true });
    expect(server.journal[0]?.sentTokens).toBeLessThan(10);
  });

  it('works before the first token and during a tool', async () => {
    server.script({ fault: { kind: 'hang' } });
    expect(await ask('?', { signal: AbortSignal.timeout(50) })).toMatchObject({ status: 'stopped', text: '' });
    server.script({ toolCalls: [{ name: 'weather', arguments: { city: 'Lisbon' } }] });
    const hanging: ChatTool = { ...weather, execute: () => new Promise(() => undefined) };
    expect(await ask('?', { tools: [hanging], signal: AbortSignal.timeout(80) })).toMatchObject({ status: 'stopped' });
  });

  it('that came before the reply began asks no provider', async () => {
    expect(await ask('?', { signal: AbortSignal.abort() })).toMatchObject({ status: 'stopped' });
    expect(server.journal).toHaveLength(0);
  });
});

describe('tools', () => {
  it('are run with parsed input, and the answer is written from their result', async () => {
    server.script(
      { text: 'Let me look.', toolCalls: [{ id: 'call_a', name: 'weather', arguments: { city: 'Lisbon' } }] },
      { text: 'Clear.' },
    );
    const seen: string[] = [];
    const outcome = await ask('?', { tools: [weather], onToolCall: (call) => seen.push(call.name) });
    expect(outcome).toMatchObject({ status: 'completed', text: 'Let me look.\n\nClear.', steps: 2 });
    expect(outcome.toolCalls).toMatchObject([{ id: 'call_a', name: 'weather', input: { city: 'Lisbon' }, output: { sky: 'clear' } }]);
    expect(seen).toEqual(['weather']);
    expect(outcome.calls).toHaveLength(2);
    expect(outcome.usage.inputTokens).toBe(outcome.calls[0]!.inputTokens + outcome.calls[1]!.inputTokens);
    expect(server.journal[1]?.body.messages?.slice(-2)).toMatchObject([
      { role: 'assistant', content: 'Let me look.', tool_calls: [{ id: 'call_a', function: { name: 'weather' } }] },
      { role: 'tool', tool_call_id: 'call_a', content: '{"city":"Lisbon","sky":"clear"}' },
    ]);
  });

  it.each([
    ['input that is no JSON', { name: 'weather', arguments: '{"city": "Lis' }, 'no valid JSON'],
    ['input that does not fit', { name: 'weather', arguments: { city: 1 } }, 'does not fit'],
    ['an unknown tool', { name: 'launch', arguments: {} }, 'no tool named'],
    ['a tool that throws', { name: 'broken', arguments: {} }, 'it broke'],
    ['a tool that hangs', { name: 'hanging', arguments: {} }, 'took too long'],
  ])('%s is told to the model, which goes on', async (_, call, reason) => {
    server.script({ toolCalls: [call] }, { when: { hasToolResult: true }, text: 'I could not.' });
    const nothing = z.object({});
    const broken: ChatTool = {
      name: 'broken',
      description: '',
      inputSchema: nothing,
      execute: () => Promise.reject(new Error('it broke')),
    };
    const hanging: ChatTool = { name: 'hanging', description: '', inputSchema: nothing, execute: () => new Promise(() => undefined) };
    const outcome = await ask('?', { tools: [weather, broken, hanging], timeouts: { toolMs: 60 } });
    expect(outcome).toMatchObject({ status: 'completed', text: 'I could not.' });
    expect(outcome.toolCalls[0]?.error).toContain(reason);
    expect(JSON.stringify(server.journal[1]?.body.messages?.at(-1))).toContain(reason);
  });

  it('a model that never stops calling is bounded, and the text says so', async () => {
    server.script({ times: 0, toolCalls: [{ name: 'weather', arguments: { city: 'Lisbon' } }] });
    const outcome = await ask('?', { tools: [weather], maxSteps: 3 });
    expect(outcome).toMatchObject({ status: 'completed', finishReason: 'step-limit', steps: 3 });
    expect(outcome.text).toContain('no final answer');
    expect(outcome.toolCalls).toHaveLength(2);
    expect(server.journal).toHaveLength(3);
    expect(server.journal[2]?.body.tool_choice).toBe('none');
  });

  it('repeated and missing call ids are told apart', async () => {
    const call = { id: 'same', name: 'weather', arguments: { city: 'Lisbon' } };
    server.script({ toolCalls: [call] }, { toolCalls: [call] }, { text: 'Done.' });
    const outcome = await ask('?', { tools: [weather] });
    expect(new Set(outcome.toolCalls.map(({ id }) => id)).size).toBe(2);
  });

  it('results are capped, so that one cannot push the conversation out', async () => {
    server.script({ toolCalls: [{ name: 'weather', arguments: { city: 'Lisbon' } }] }, { text: 'Done.' });
    await ask('?', { tools: [{ ...weather, execute: () => Promise.resolve('x'.repeat(100_000)) }] });
    expect(String(server.journal[1]?.body.messages?.at(-1)?.content).length).toBeLessThan(9_000);
  });
});
