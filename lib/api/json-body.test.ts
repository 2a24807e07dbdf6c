import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/platform/errors';
import { httpStatusOf } from './errors';
import { readJsonBody } from './json-body';
import { BODY_LIMIT_BYTES } from './limits';

const read = (body: BodyInit | undefined, options: { type?: string; optional?: boolean } = {}) =>
  readJsonBody(
    new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': options.type ?? 'application/json' } }),
    options.optional ?? false,
  );

async function refusalOf(body: BodyInit | undefined, options: { type?: string } = {}): Promise<number | string> {
  try {
    return `accepted ${JSON.stringify(await read(body, options))}`;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.message.length).toBeGreaterThan(10);
    return httpStatusOf[error.code];
  }
}

/** Keys and texts that could confuse whoever walks JSON by hand: its own signs, escapes, and what looks like a NUL and is none. */
const text = fc
  .oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('\\u0000', '\\', '"', '{"a":1,"a":2}', '[[', '\\"', '\\\\u0000x', ''))
  .filter((value) => !value.includes('\u0000') && value !== '__proto__' && value.isWellFormed());

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('value'), { maxLength: 5 }),
  object: fc.dictionary(text, tie('value'), { maxKeys: 5, noNullPrototype: true }),
})).value;

describe('a JSON body', () => {
  it('means what JSON.parse says, for any plain value, written in any way', async () => {
    await fc.assert(
      fc.asyncProperty(json, fc.constantFrom(undefined, 2, '\t'), async (value, indent) => {
        const written = JSON.stringify(value, null, indent);
        expect(await read(written)).toEqual(JSON.parse(written));
      }),
      { numRuns: 500 },
    );
  });

  it('is refused when any key of any object stands twice, however it is escaped', async () => {
    await fc.assert(
      fc.asyncProperty(text, json, json, async (key, first, second) => {
        const name = JSON.stringify(key);
        const units = Array.from({ length: key.length }, (_, index) => `\\u${key.charCodeAt(index).toString(16).padStart(4, '0')}`);
        const escaped = `"${units.join('')}"`;
        const body = `{"outer":[{${name}:${JSON.stringify(first)},${escaped}:${JSON.stringify(second)}}]}`;
        expect(await refusalOf(body)).toBe(400);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n '],
    ['no JSON', '{name: 1}'],
    ['a comment', '{} // yes'],
    ['two values', '{}{}'],
    ['a prototype', '{"a":[{"__proto__":{"isAdmin":true}}]}'],
    ['an escaped prototype', '{"\\u005f_proto__":{"isAdmin":true}}'],
    ['NUL in a text', '{"a":"x\\u0000y"}'],
    ['NUL in a key', '{"x\\u0000y":1}'],
    ['NUL after an escaped backslash', '{"a":"\\\\\\u0000"}'],
    ['33 levels', `${'['.repeat(33)}${']'.repeat(33)}`],
    ['broken UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
    ['a cut UTF-8 sequence', Buffer.from('{"a":"é').subarray(0, -1)],
  ])('is refused as 400 with a sentence: %s', async (_, body) => {
    expect(await refusalOf(body)).toBe(400);
  });

  it('may have 32 levels, and name things "constructor"', async () => {
    const deep = `${'['.repeat(32)}${']'.repeat(32)}`;
    expect(await read(deep)).toEqual(JSON.parse(deep));
    expect(await read('{"constructor":1,"toString":2,"hasOwnProperty":3}')).toEqual({ constructor: 1, toString: 2, hasOwnProperty: 3 });
  });

  it('never leaves a mark on the prototype of objects', async () => {
    await refusalOf('{"__proto__":{"polluted":true}}');
    await read('{"constructor":{"prototype":{"polluted":true}}}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('is 413 beyond the limit, whether its length was announced or not, and is not read further', async () => {
    const exact = `"${'x'.repeat(BODY_LIMIT_BYTES - 2)}"`;
    expect(await read(exact)).toHaveLength(BODY_LIMIT_BYTES - 2);
    expect(await refusalOf(`${exact} `)).toBe(413);
    let chunks = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        chunks += 1;
        controller.enqueue(new Uint8Array(64 * 1024).fill(0x20));
      },
    });
    const request = new Request('http://localhost/', { method: 'POST', body: endless, duplex: 'half' } as RequestInit);
    await expect(readJsonBody(request, false)).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
    expect(chunks).toBeLessThan(10);
  });

  it('must say that it is JSON', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp']) {
      expect(await refusalOf('{}', { type }), type).toBe(415);
    }
    for (const type of ['application/json', 'Application/JSON; charset=utf-8', 'application/merge-patch+json']) {
      expect(await read('{"a":1}', { type }), type).toEqual({ a: 1 });
    }
  });

  it('may be left out only where it is optional', async () => {
    expect(await read(undefined, { optional: true })).toEqual({});
    expect(await refusalOf(undefined)).toBe(400);
  });
});
