import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type LiveSearchRequest, searchLive } from '@/lib/llm/live-search';
import { openModelServer } from '@/tests/scripted-models';

const server = await openModelServer();
const schema = z.object({ name: z.string().max(50), tags: z.array(z.string()).max(3) });
const ask = (more: Partial<LiveSearchRequest> = {}) =>
  searchLive(
    { provider: 'xai', baseUrl: server.baseUrl, apiKey: 'key-1', modelId: 'grok-4.20' },
    { instructions: 'Be exact.', question: 'Who is Ada?', name: 'who', schema, maxOutputTokens: 100, ...more },
  );

describe('a live search', () => {
  it('asks by the Responses API with both searches, and gives the text, its sources and what it cost', async () => {
    server.script({
      text: '{"name":"Ada","tags":[]}',
      citations: [
        { url: 'https://ada.example/', title: 'Ada' },
        { url: 'https://ada.example/', title: 'Ada again' },
        { url: 'https://x.com/ada/status/1', title: '2' },
        { url: 'javascript:alert(1)', title: 'no' },
      ],
      usage: { inputTokens: 1_200, outputTokens: 40 },
    });
    const outcome = await ask();
    expect(outcome).toMatchObject({
      ok: true,
      text: '{"name":"Ada","tags":[]}',
      citations: [
        { url: 'https://ada.example/', title: 'Ada' },
        { url: 'https://x.com/ada/status/1', title: 'x.com' },
      ],
      calls: [{ model: 'grok-4.20', provider: 'xai', inputTokens: 1_200, outputTokens: 40, finishReason: 'stop' }],
    });
    const [entry] = server.journal;
    expect(entry).toMatchObject({
      path: '/v1/responses',
      authorization: 'Bearer key-1',
      body: { tools: [{ type: 'web_search' }, { type: 'x_search' }], store: false, text: { format: { strict: true } } },
    });
    expect(JSON.stringify(entry?.body)).not.toContain('maxLength');
  });

  it('tries again after a fault of the provider, and says what it was when it stays', async () => {
    server.script({ fault: { kind: 'status', status: 503 } }, { text: 'found' });
    expect(await ask()).toMatchObject({ ok: true, text: 'found', calls: [{ finishReason: 'error' }, { finishReason: 'stop' }] });
    server.reset();
    server.script({ fault: { kind: 'status', status: 401 }, times: 0 });
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'PROVIDER_AUTH' } });
    expect(server.journal).toHaveLength(1);
  });

  it.each([
    ['a silent provider', { fault: { kind: 'hang' } }, 'PROVIDER_TIMEOUT'],
    ['an answer that was cut', { text: '{"name":', finishReason: 'length' }, 'PROVIDER_BAD_ANSWER'],
    ['an empty answer', { text: '' }, 'EMPTY_ANSWER'],
  ] as const)('ends with %s', async (_, answer, code) => {
    server.script(answer);
    expect(await ask({ timeoutMs: 300 })).toMatchObject({ ok: false, error: { code }, calls: [{ errorCode: code }] });
  });

  it('is refused by a server that knows no such request', async () => {
    expect(await ask({ name: 'not a name' })).toMatchObject({ ok: false, error: { code: 'PROVIDER_REJECTED' } });
  });
});
