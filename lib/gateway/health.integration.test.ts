import { afterEach, describe, expect, it, vi } from 'vitest';
import { pool } from '@/lib/platform/database';
import { callApi, callJson } from '@/tests/api';
import { readOpenApiDocument } from './openapi-document';

const HEALTH = '/api/selfclaw/v1/gateway/health';

afterEach(() => vi.restoreAllMocks());

describe('the health of the gateway', () => {
  it('costs the database one question at a time, however many ask', async () => {
    const asked = vi.spyOn(pool(), 'query');
    const answers = await Promise.all(Array.from({ length: 100 }, () => callApi('GET', HEALTH)));
    expect(answers.every((answer) => answer.status === 200)).toBe(true);
    expect(asked.mock.calls.length).toBeLessThan(5);
  });

  it('is degraded, in the shape of the contract, while the database does not answer, and good again after', async () => {
    const failing = vi.spyOn(pool(), 'query').mockImplementation((() => Promise.reject(new Error('connection refused'))) as never);
    const response = await callApi('GET', HEALTH);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await response.json()).toMatchObject({ status: 'degraded', error: expect.any(String), code: 'SERVICE_UNAVAILABLE' });
    failing.mockRestore();
    expect(await callJson('GET', HEALTH)).toMatchObject({ status: 'ok', db: 'ok' });
  });
});

describe('the OpenAPI document', () => {
  it('is made once, because making it takes a tenth of a second and anybody may ask for it', () => {
    expect(readOpenApiDocument()).toBe(readOpenApiDocument());
  });
});
