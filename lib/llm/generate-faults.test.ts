import { describe, expect, it } from 'vitest';
import type { GenerateReplyOptions } from '@/lib/llm/generate';
import { createOpenAICompatibleModel } from '@/lib/llm/openai-compatible';
import { askModel, openModelServer } from '@/tests/scripted-models';

const WORDS = 'The bakery opens at six and closes when the bread is gone.';

const server = await openModelServer();
const ask = (text: string, options: Partial<GenerateReplyOptions> = {}) => askModel(server, text, options);

describe('a fault of the provider', () => {
  // reliability: 16
  it('429 is waited out as Retry-After says, and the reply is whole', async () => {
    server.script({ fault: { kind: 'status', status: 429, retryAfterSeconds: 1 } }, { text: WORDS });
    const startedAt = performance.now();
    const outcome = await ask('?');
    expect(outcome).toMatchObject({ status: 'completed', text: WORDS });
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(950);
    expect(outcome.calls.map((call) => call.errorCode)).toEqual(['PROVIDER_RATE_LIMITED', undefined]);
    expect(outcome.calls[0]).toMatchObject({ inputTokens: 0, outputTokens: 0 });
  });

  it('429 with a longer wait than five seconds is an error that says when', async () => {
    server.script({ fault: { kind: 'status', status: 429, retryAfterSeconds: 30 } });
    const outcome = await ask('?');
    expect(outcome.error).toMatchObject({ code: 'PROVIDER_RATE_LIMITED', statusCode: 429, retryable: true, retryAfterMs: 30_000 });
    expect(server.journal).toHaveLength(1);
  });

  it('500 is tried again twice at most, then an error', async () => {
    server.script({ fault: { kind: 'status', status: 500 }, times: 0 });
    const outcome = await ask('?');
    expect(outcome).toMatchObject({ status: 'error', text: '', error: { code: 'PROVIDER_UNAVAILABLE', retryable: true, statusCode: 500 } });
    expect(server.journal).toHaveLength(3);
  });

  it('a refused key is an error at once, and no word of the provider or the key reaches the owner', async () => {
    server.script({ fault: { kind: 'status', status: 401, body: { error: { message: 'Incorrect API key: key-1' } } } });
    const outcome = await ask('?');
    expect(outcome.error).toMatchObject({ code: 'PROVIDER_AUTH', retryable: false });
    expect(JSON.stringify(outcome)).not.toContain('key-1');
    expect(server.journal).toHaveLength(1);
  });

  it.each([
    [404, { error: { message: 'model "x" not found' } }, 'MODEL_NOT_FOUND'],
    [400, { error: { code: 'context_length_exceeded', message: 'too long' } }, 'PROMPT_TOO_LONG'],
    [429, { error: { code: 'insufficient_quota', message: 'no credit' } }, 'PROVIDER_CREDIT'],
    [400, { error: { message: 'bad' } }, 'PROVIDER_REJECTED'],
  ])('%i with %j is not retried and is named %s', async (status, body, code) => {
    server.script({ fault: { kind: 'status', status, body } });
    expect((await ask('?')).error).toMatchObject({ code, retryable: false });
    expect(server.journal).toHaveLength(1);
  });

  it('a refused connection is an error after two retries', async () => {
    const model = createOpenAICompatibleModel({ provider: 'test', baseUrl: 'http://127.0.0.1:9/v1', modelId: 'x' });
    const outcome = await ask('?', { model });
    expect(outcome.error).toMatchObject({ code: 'PROVIDER_UNREACHABLE', retryable: true });
    expect(outcome.calls).toHaveLength(3);
  });

  it('a socket that dies before the answer is tried again', async () => {
    server.script({ fault: { kind: 'disconnect' } }, { text: WORDS });
    expect(await ask('?')).toMatchObject({ status: 'completed', text: WORDS });
  });

  // reliability: 16
  it('a hang ends in an error, never in an endless wait', async () => {
    server.script({ fault: { kind: 'hang' } });
    const outcome = await ask('?', { timeouts: { firstTokenMs: 80 } });
    expect(outcome).toMatchObject({ status: 'error', error: { code: 'PROVIDER_TIMEOUT', retryable: true } });
    await expect.poll(() => server.journal[0]?.aborted).toBe(true);
  });

  it('a stalled stream ends in an error with the partial text kept', async () => {
    server.script({ text: WORDS, fault: { kind: 'stall', afterTokens: 3 } });
    const outcome = await ask('?', { timeouts: { idleMs: 500 } });
    expect(outcome).toMatchObject({ status: 'error', text: 'The bakery opens', error: { code: 'PROVIDER_STALLED' } });
  });

  it('a slow but living stream is not taken for a stalled one', async () => {
    server.script({ text: 'one two three four five six seven eight', delayMs: 250 });
    expect(await ask('?', { timeouts: { idleMs: 1_500, firstTokenMs: 1_500 } })).toMatchObject({ status: 'completed' });
  });

  it('the total time bounds a stream that never ends', async () => {
    server.script({ tokens: Array.from({ length: 500 }, () => 'on '), delayMs: 20 });
    const outcome = await ask('?', { timeouts: { totalMs: 1_000 } });
    expect(outcome).toMatchObject({ status: 'error', error: { code: 'REPLY_TIMEOUT' } });
    expect(outcome.text).toContain('on on');
  });

  it('a connection cut in mid-stream is an error with the partial text kept, and is not asked again', async () => {
    server.script({ text: WORDS, fault: { kind: 'cut', afterTokens: 5 } });
    const outcome = await ask('?');
    expect(outcome).toMatchObject({
      status: 'error',
      text: 'The bakery opens at six',
      error: { code: 'PROVIDER_DISCONNECTED', retryable: true },
      usageEstimated: true,
    });
    expect(server.journal).toHaveLength(1);
  });

  // reliability: 16
  it('half a UTF-8 sequence at the cut leaves no broken character in the text', async () => {
    server.script({ text: WORDS, fault: { kind: 'cut-in-character', afterTokens: 2 } });
    expect(await ask('?')).toMatchObject({ status: 'error', text: 'The bakery' });
  });

  it('a chunk that is no JSON is an error with the partial text kept', async () => {
    server.script({ text: WORDS, fault: { kind: 'bad-json', afterTokens: 2 } });
    expect(await ask('?')).toMatchObject({ status: 'error', text: 'The bakery', error: { code: 'PROVIDER_BAD_ANSWER' } });
  });

  it('an error inside the stream is an error with the partial text kept', async () => {
    server.script({ text: WORDS, fault: { kind: 'error-event', afterTokens: 2 } });
    expect(await ask('?')).toMatchObject({ status: 'error', text: 'The bakery', error: { code: 'PROVIDER_UNAVAILABLE' } });
  });

  it('an error inside the stream before any text is tried again', async () => {
    server.script({ fault: { kind: 'error-event', afterTokens: 0 } }, { text: WORDS });
    expect(await ask('?')).toMatchObject({ status: 'completed', text: WORDS });
  });

  // reliability: 16
  it('an empty answer is an error with a way out, not an empty bubble', async () => {
    server.script({ fault: { kind: 'empty' } });
    expect((await ask('?')).error).toMatchObject({ code: 'EMPTY_ANSWER', retryable: true });
  });

  it('a filtered answer says so', async () => {
    server.script({ fault: { kind: 'empty' }, finishReason: 'content_filter' });
    expect((await ask('?')).error).toMatchObject({ code: 'CONTENT_FILTERED', retryable: false });
  });

  it('does not hide a fault of the caller: what onDelta throws is passed on, and the provider is cut', async () => {
    server.script({ text: WORDS, delayMs: 10 });
    const failing = ask('?', {
      onDelta: () => {
        throw new Error('the record is gone');
      },
    });
    await expect(failing).rejects.toThrow('the record is gone');
    await expect.poll(() => server.journal[0]?.aborted).toBe(true);
  });
});
