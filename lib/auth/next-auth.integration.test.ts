import { afterEach, describe, expect, it } from 'vitest';
import { ADDRESS_HEADER } from '@/lib/api/client-address';
import { shiftClock } from '@/lib/platform/clock';
import { forgetEnvironment } from '@/lib/platform/env';
import { keepInsideMinute } from '@/tests/clock';
import { answerNextAuth } from './next-auth';

const post = (headers: Record<string, string>, nextauth = ['callback', 'wallet']) =>
  answerNextAuth(new Request('http://localhost/api/auth/callback/wallet', { method: 'POST', headers }), {
    params: Promise.resolve({ nextauth }),
  });

const givenFactor = process.env.RATE_LIMIT_FACTOR;

afterEach(() => {
  if (givenFactor === undefined) delete process.env.RATE_LIMIT_FACTOR;
  else process.env.RATE_LIMIT_FACTOR = givenFactor;
  forgetEnvironment();
  shiftClock(0);
});

describe("next-auth's own paths", () => {
  it.each([
    ['is larger than any sign-in', { 'content-length': String(10 * 1024 * 1024) }],
    ['does not name its length', { 'transfer-encoding': 'chunked' }],
  ])('read no body that %s', async (_, headers) => {
    const response = await post({ ...headers, [ADDRESS_HEADER]: '192.0.2.10' } as Record<string, string>);
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ error: expect.any(String), code: 'PAYLOAD_TOO_LARGE' });
  });

  it('have the budget of writes, by address', async () => {
    process.env.RATE_LIMIT_FACTOR = '1';
    forgetEnvironment();
    keepInsideMinute();
    const answers = [];
    // Too large, so that next-auth itself is not needed here; the budget is taken first.
    for (let call = 0; call < 130; call += 1) answers.push(await post({ 'content-length': '999999999', [ADDRESS_HEADER]: '192.0.2.11' }));
    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(1);
    expect(refused[0]?.headers.get('retry-after')).toMatch(/^\d+$/);
  });

  it('that do not exist are 404 in the shape of the contract', async () => {
    const response = await post({}, ['whatever']);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'NOT_FOUND' });
  });
});
