import { describe, expect, it } from 'vitest';
import { AppError, type ErrorCode, refuse } from '@/lib/platform/errors';
import { describeIssues, errorBody, errorResponse, httpStatusOf, toAppError } from './errors';

const codes = Object.keys(httpStatusOf) as ErrorCode[];

describe('a refusal', () => {
  it.each(codes)('%s answers its status in the shape of the contract, with a sentence and the request id', async (code) => {
    const response = errorResponse(new AppError(code, 'This is why.'), 'request-1');
    expect(response.status).toBe(httpStatusOf[code]);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-request-id')).toBe('request-1');
    const body = errorBody.strict().parse(await response.json());
    expect(body).toMatchObject({ error: 'This is why.', code });
  });

  it('has a status of 4xx or 5xx for every code', () => {
    expect(codes.filter((code) => httpStatusOf[code] < 400 || httpStatusOf[code] > 599)).toEqual([]);
  });

  it('says when to come back, in milliseconds and in whole seconds that are never too few', async () => {
    for (const [retryAfterMs, seconds] of [
      [1, '1'],
      [1_000, '1'],
      [1_001, '2'],
      [59_500, '60'],
    ] as const) {
      const response = errorResponse(new AppError('RATE_LIMITED', 'Too many requests.', { retryAfterMs }), 'r');
      expect(response.headers.get('retry-after')).toBe(seconds);
      expect(await response.json()).toMatchObject({ retryAfterMs });
    }
  });

  it('carries the headers that its code needs', () => {
    const error = new AppError('UNAUTHENTICATED', 'Not signed in.', { headers: { 'www-authenticate': 'Bearer' } });
    expect(errorResponse(error, 'r').headers.get('www-authenticate')).toBe('Bearer');
  });
});

describe('an exception', () => {
  it('that nobody expected is a plain 500 that tells nothing of its cause', async () => {
    const thrown = Object.assign(new Error('duplicate key value "hunter2" in table api_keys'), { detail: 'hunter2' });
    for (const value of [thrown, 'hunter2', { hunter2: true }, null, undefined]) {
      const error = toAppError(value);
      expect(error.cause).toBe(value);
      const text = await errorResponse(error, 'request-1').text();
      expect(JSON.parse(text)).toEqual({ error: 'Internal server error', code: 'INTERNAL', requestId: 'request-1' });
    }
  });

  it.each([
    Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }),
    Object.assign(new Error('sorry, too many clients already'), { code: '53300' }),
    new Error('timeout exceeded when trying to connect'),
    new Error('The statement failed', { cause: Object.assign(new Error('no route'), { code: 'ECONNREFUSED' }) }),
  ])('of a database that cannot be reached is a 503 that asks to try again: %s', (thrown) => {
    expect(toAppError(thrown)).toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryAfterMs: 5_000 });
  });

  it('of a wrong statement is no 503', () => {
    expect(toAppError(Object.assign(new Error('column "x" does not exist'), { code: '42703' }))).toMatchObject({ code: 'INTERNAL' });
  });

  it('of ours stays what it is', () => {
    const { error } = refuse('NOT_FOUND', 'Agent not found');
    expect(toAppError(error)).toBe(error);
  });
});

describe('a failed validation', () => {
  it('names the first field and what it must be, once, and lists at most 20', () => {
    const issue = (path: string, message: string) => ({ code: 'custom' as const, path: [path], message, input: undefined });
    expect(describeIssues([issue('message', 'is required')]).message).toBe('Message is required');
    expect(describeIssues([issue('name', 'is wrong')]).message).toBe('name: is wrong');
    expect(describeIssues([issue('message', 'Message is required')]).message).toBe('Message is required');
    expect(describeIssues(Array.from({ length: 50 }, (_, index) => issue(`f${index}`, 'is wrong'))).details).toHaveLength(20);
    expect(describeIssues([]).message.length).toBeGreaterThan(10);
  });
});
