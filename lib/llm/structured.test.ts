import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createOpenAICompatibleModel } from '@/lib/llm/openai-compatible';
import { generateObject, readObject } from '@/lib/llm/structured';
import { openModelServer } from '@/tests/scripted-models';

const schema = z.object({ facts: z.array(z.object({ fact: z.string(), confidence: z.number() })) });
const GOOD = '{"facts":[{"fact":"User bakes.","confidence":0.9}]}';
const VALUE = { facts: [{ fact: 'User bakes.', confidence: 0.9 }] };

const server = await openModelServer();

const ask = (signal?: AbortSignal, exact?: boolean) =>
  generateObject({
    model: createOpenAICompatibleModel({ provider: 'test', baseUrl: server.baseUrl, modelId: 'm' }),
    schema,
    name: 'facts',
    messages: [{ role: 'user', content: [{ type: 'text', text: 'List.' }] }],
    signal,
    exact,
  });

describe('an object from a model', () => {
  it('is asked for with its schema, and read', async () => {
    server.script({ text: GOOD });
    expect(await ask()).toMatchObject({ ok: true, value: VALUE });
    expect(server.journal[0]?.body.response_format).toMatchObject({ type: 'json_schema', json_schema: { name: 'facts' } });
  });

  it.each([
    ['in a code fence', `\`\`\`json\n${GOOD}\n\`\`\``],
    ['with friendly words around it', `Sure! Here is the JSON:\n${GOOD}\nLet me know if you need more.`],
    ['with both', `Sure!\n\`\`\`\n${GOOD}\n\`\`\`\nDone {smile}.`],
    ['with a trailing comma', '{"facts":[{"fact":"User bakes.","confidence":0.9},]}'],
  ])('is read %s, without asking again', async (_, text) => {
    server.script({ tokens: [text] });
    expect(await ask()).toMatchObject({ ok: true, value: VALUE });
    expect(server.journal).toHaveLength(1);
  });

  it('that does not fit is sent back once with what is wrong, and then given up', async () => {
    server.script({ text: '{"facts":"none"}' }, { text: GOOD });
    const mended = await ask();
    expect(mended).toMatchObject({ ok: true, value: VALUE });
    expect(mended.calls).toHaveLength(2);
    expect(JSON.stringify(server.journal[1]?.body.messages)).toContain('facts');
    server.script({ text: 'no', times: 0 });
    expect(await ask()).toMatchObject({ ok: false, reason: 'bad-answer' });
    expect(server.journal).toHaveLength(4);
  });

  it('is a value with a reason when the provider fails or the work is stopped', async () => {
    server.script({ fault: { kind: 'status', status: 401 } });
    expect(await ask()).toMatchObject({ ok: false, reason: 'provider', error: { code: 'PROVIDER_AUTH' } });
    server.script({ fault: { kind: 'hang' } });
    expect(await ask(AbortSignal.timeout(50))).toMatchObject({ ok: false, reason: 'stopped' });
  });

  it('that must be exact is nothing but the JSON, and is asked for once', async () => {
    for (const text of [`\`\`\`json\n${GOOD}\n\`\`\``, `Sure: ${GOOD}`, `${GOOD}${GOOD}`, '{"facts":[],"facts":[]}', '{"facts":[],}', '']) {
      expect(readObject(text, schema, true).ok, text).toBe(false);
    }
    expect(readObject(` ${JSON.stringify(VALUE, null, 2)}\n`, schema, true)).toEqual({ ok: true, value: VALUE });
    server.script({ text: `Sure: ${GOOD}` }, { text: GOOD });
    expect(await ask(undefined, true)).toMatchObject({ ok: false, reason: 'bad-answer' });
    expect(server.journal).toHaveLength(1);
  });

  it('holds no NUL and no half characters', () => {
    const read = readObject('{"facts":[{"fact":"a\\u0000b\\ud83c","confidence":1}]}', schema);
    expect(read).toEqual({ ok: true, value: { facts: [{ fact: 'ab', confidence: 1 }] } });
  });
});
