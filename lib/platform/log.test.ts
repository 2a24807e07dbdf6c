import { beforeEach, describe, expect, it } from 'vitest';
import { forgetEnvironment } from './env';
import { createLog } from './log';
import { cpuMsOf } from '@/tests/cpu-time';

const SECRET = 'hunter2-and-more-of-it';

let lines: string[];

function logged(fields: object | Error, message = 'it happened'): Record<string, never> {
  lines = [];
  createLog({ write: (line: string) => void lines.push(line) }).warn(fields, message);
  return JSON.parse(lines[0] ?? 'null') as Record<string, never>;
}

beforeEach(() => {
  process.env.LOG_LEVEL = 'info';
  forgetEnvironment();
});

describe('a log line', () => {
  it.each([
    'authorization',
    'Authorization',
    'cookie',
    'Set-Cookie',
    'password',
    'secret',
    'token',
    'apiKey',
    'API_KEY',
    'x-api-key',
    'privateKey',
    'webhookSecret',
    'signature',
    'Idempotency-Key',
    'SESSION_SECRET',
    'DATABASE_URL',
  ])('never holds the value of %s, however deep it lies', (name) => {
    logged({ [name]: SECRET, a: { [name]: SECRET, b: { c: { d: [{ [name]: SECRET }] } } }, list: [{ [name]: { inside: SECRET } }] });
    expect(lines[0]).not.toContain(SECRET);
    expect(lines[0]).toContain('[redacted]');
  });

  it('never holds the headers and settings that libraries hang on their errors', () => {
    const cause = Object.assign(new Error('refused'), { request: { headers: new Headers({ authorization: `Bearer ${SECRET}` }) } });
    const error = Object.assign(new Error('the provider refused', { cause }), {
      config: { headers: { Authorization: `Bearer ${SECRET}`, Accept: 'json' }, data: { password: SECRET } },
      response: { headers: { 'set-cookie': [SECRET] } },
    });
    const line = logged({ error });
    expect(lines[0]).not.toContain(SECRET);
    expect(line).toMatchObject({
      error: { type: 'Error', message: expect.stringContaining('the provider refused'), config: { headers: { Accept: 'json' } } },
    });
    logged(error);
    expect(lines[0]).not.toContain(SECRET);
  });

  it.each([
    `connect postgresql://selfclaw:${SECRET}@db.internal:5432/selfclaw failed`,
    `401 for Authorization: Bearer ${SECRET}`,
    `the key mck_${'k'.repeat(43)} is revoked`,
    `the secret whsec_${'k'.repeat(43)} is old`,
  ])('never holds a secret inside a message: %s', (text) => {
    logged({ error: new Error(text), note: text }, text);
    expect(lines[0]).not.toContain(SECRET);
    expect(lines[0]).not.toContain('k'.repeat(43));
    expect(lines[0]?.match(/\[redacted\]/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it("never holds the install's own secrets, whoever puts them into a sentence", () => {
    logged({ note: `sealed with ${process.env.ENCRYPTION_KEY}` }, `signed with ${process.env.SESSION_SECRET}`);
    expect(lines[0]).not.toContain(process.env.ENCRYPTION_KEY);
    expect(lines[0]).not.toContain(process.env.SESSION_SECRET);
  });

  it('keeps what is no secret: figures, ids, dates, tokens that are counted, addresses', () => {
    const fields = {
      requestId: 'r1',
      durationMs: 1.5,
      inputTokens: 12,
      agentId: 42n,
      at: new Date(0),
      url: 'http://localhost:3000/a?b=c',
      mail: 'a@b.example',
      none: null,
    };
    expect(logged(fields)).toMatchObject({
      ...fields,
      agentId: '42',
      at: '1970-01-01T00:00:00.000Z',
      msg: 'it happened',
      process: expect.any(String),
    });
  });

  it('is written at once, also when its text is long and looks like the beginning of many addresses', () => {
    expect(cpuMsOf(() => logged({ note: 'a.'.repeat(50_000) }, 'it happened'))).toBeLessThan(1_000);
  });

  it('is written for whatever is logged: circles, endless depth, long lists, bytes', () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    let deep: Record<string, unknown> = {};
    for (let level = 0; level < 1_000; level += 1) deep = { deep };
    const line = logged({ circle, deep, list: new Array(100_000).fill(1), bytes: Buffer.from(SECRET) });
    expect(line).toMatchObject({ circle: { self: '[circular]' }, bytes: `[${SECRET.length} bytes]` });
    expect(lines[0]!.length).toBeLessThan(1_000);
  });
});
