import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '@/lib/api/endpoint';
import { contract } from '@/lib/contract';
import { fieldsOf, inputsOf } from '@/tests/arbitrary';
import { callApi } from '@/tests/api';
import { createWordEmbedder, replaceModels } from '@/tests/word-embedder';
import { callEndpoint, digestDatabase, furnishOwner, type Furnished, pathOf, sampleBodies, sampleQuery } from './callers';

const named = (endpoints: readonly Endpoint[]) => endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const);
const withBody = contract.filter((endpoint) => endpoint.body);
const withQuery = contract.filter((endpoint) => endpoint.query);
const REFUSED = [400, 413, 415];
// A failed reply is documented as 500; the recorded reply of the sweep did not fail.
const RUNS = 12;

let owner: Furnished;

beforeAll(async () => {
  replaceModels({ embedder: createWordEmbedder() });
  owner = await furnishOwner();
});

const call = (endpoint: Endpoint, options: { rawBody?: BodyInit; body?: unknown; query?: string; headers?: Record<string, string> }) => {
  const { query = sampleQuery(endpoint, owner.parameters), ...rest } = options;
  const headers = { ...owner.owner.headers, 'content-type': 'application/json', ...rest.headers };
  return callApi(endpoint.method, pathOf(endpoint, owner.parameters) + query, { ...rest, headers });
};

function badBodies(endpoint: Endpoint): [string, BodyInit, Record<string, string>?][] {
  const valid = JSON.stringify(sampleBodies[endpoint.id] ?? {});
  const deep = `{"x":${'['.repeat(200)}${']'.repeat(200)}}`;
  const bodies: [string, BodyInit, Record<string, string>?][] = [
    ['an array', '[]'],
    ['a string', '"text"'],
    ['a fraction', '1.5'],
    ['a negative number', '-1'],
    ['null', 'null'],
    ['no JSON', '{name: 1}'],
    ['half a JSON', valid.slice(0, -1)],
    ['ten megabytes', JSON.stringify({ x: 'y'.repeat(10_000_000) })],
    ['200 levels', deep],
    ['a duplicate key', '{"name":"a","name":"b"}'],
    ['a prototype', '{"__proto__":{"isAdmin":true}}'],
    ['NUL characters', '{"name":"a\\u0000b","message":"a\\u0000b"}'],
    ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ['a form', 'name=a', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['text', valid === '{}' ? '{"a":1}' : valid, { 'content-type': 'text/plain' }],
  ];
  for (const [field, schema] of Object.entries(fieldsOf(endpoint.body as never))) {
    bodies.push([`a wrong ${field}`, JSON.stringify({ ...(sampleBodies[endpoint.id] as object), [field]: { nested: [1] } })]);
    if (schema.type === 'string' && schema.maxLength) {
      bodies.push([
        `a ${field} that is too long`,
        JSON.stringify({ ...(sampleBodies[endpoint.id] as object), [field]: 'x'.repeat(schema.maxLength + 1) }),
      ]);
    }
    if (schema.type === 'integer') {
      for (const number of [1.5, -1, 1e300])
        bodies.push([`${field} ${number}`, JSON.stringify({ ...(sampleBodies[endpoint.id] as object), [field]: number })]);
    }
  }
  return bodies;
}

describe('bad bodies', () => {
  // reliability: 11
  it.each(named(withBody))('%s refuses every one, says why, and changes nothing', async (_, endpoint) => {
    const before = await digestDatabase();
    for (const [what, rawBody, headers] of badBodies(endpoint)) {
      const response = await call(endpoint, { rawBody, headers });
      const text = await response.text();
      expect(REFUSED, `${what} → ${response.status} ${text}`).toContain(response.status);
      expect(JSON.parse(text), what).toMatchObject({ error: expect.stringMatching(/.{5,}/), code: expect.any(String) });
    }
    expect(await digestDatabase()).toEqual(before);
  });
});

describe('bad queries', () => {
  it.each(named(withQuery))('%s refuses every one', async (_, endpoint) => {
    for (const [field, schema] of Object.entries(fieldsOf(endpoint.query as never))) {
      const values =
        schema.type === 'string' && !schema.pattern && !schema.enum && !schema.format
          ? [`${'x'.repeat(5_000)}`]
          : ['1.5', '-1', 'NaN', '1e9', '%00', 'ü'];
      for (const value of values) {
        const separator = sampleQuery(endpoint, owner.parameters) ? '&' : '?';
        const query = `${sampleQuery(endpoint, owner.parameters)}${separator}${field}=${value}`;
        const response = await call(endpoint, { query, body: endpoint.body ? sampleBodies[endpoint.id] : undefined });
        const text = await response.text();
        expect(response.status, `${query.slice(0, 80)} → ${text}`).toBe(400);
      }
    }
  });
});

describe('bad path parameters', () => {
  it.each(named(contract.filter((endpoint) => endpoint.params)))('%s is 404 for what is no id', async (_, endpoint) => {
    for (const name of Object.keys(owner.parameters)) {
      if (!endpoint.path.includes(`:${name}`)) continue;
      for (const value of [
        '0',
        '-1',
        '1.5',
        'NaN',
        '9007199254740993',
        'x'.repeat(300),
        '%00',

        '00000000-0000-0000-0000-000000000000',
        "1'--",
      ]) {
        const path = pathOf(endpoint, { ...owner.parameters, [name]: value }) + sampleQuery(endpoint, owner.parameters);
        const response = await callApi(endpoint.method, path, {
          headers: owner.owner.headers,
          body: endpoint.body ? sampleBodies[endpoint.id] : undefined,
        });
        expect(response.status, `${name}=${value} → ${await response.text()}`).toBe(404);
      }
    }
  });
});

/** Bodies and queries that an endpoint takes, of which half name the conversation that there is. */
function inputsFor(endpoint: Endpoint, { conversationId }: Record<string, string>) {
  const none = fc.constant(undefined);
  return fc
    .record({
      body: endpoint.body ? inputsOf(endpoint.body) : none,
      query: endpoint.query ? inputsOf(endpoint.query) : none,
      known: fc.boolean(),
    })
    .map(({ known, body, query }) => {
      const name = (input: unknown) =>
        known && (input as { conversationId?: unknown } | undefined)?.conversationId !== undefined
          ? { ...(input as object), conversationId: Number(conversationId) }
          : input;
      return { body: name(body), query: name(query) };
    });
}

describe('generated valid input', () => {
  // reliability: 11
  it.each(named(contract.filter((endpoint) => endpoint.body || endpoint.query)))(
    '%s never fails inside, and its answers fit the contract',
    async (_, endpoint) => {
      // What one endpoint ends or deletes, the next one needs.
      const { parameters, owner } = await furnishOwner();
      const statuses: number[] = [];
      await fc.assert(
        fc.asyncProperty(inputsFor(endpoint, parameters), async ({ body, query }) => {
          const response = await callEndpoint(endpoint, parameters, owner.headers, {
            body,
            query: query ? `?${new URLSearchParams(query as Record<string, string>)}` : undefined,
          });
          const text = await response.text();
          expect(response.status, `${JSON.stringify({ body, query })} → ${text}`).toBeLessThan(500);
          statuses.push(response.status);
        }),
        { numRuns: RUNS, endOnFailure: true },
      );
      // What was tried was the endpoint, not the door before it. No signature that is made up signs anybody in.
      if (endpoint.id !== 'auth.quickConnect') expect(statuses[0]).not.toBe(401);
    },
  );
});

describe('unknown paths and methods', () => {
  it('are 404 and 405 in the shape of the contract', async () => {
    for (const path of ['/api/nowhere', '/api/selfclaw/v1/nowhere', '/api/auth/self/nowhere', '/api/selfclaw/v1/hosted-agents/1/nowhere']) {
      const response = await callApi('GET', path);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ error: expect.any(String), code: 'NOT_FOUND' });
    }
    for (const endpoint of contract) {
      const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
        (method) => !contract.some((other) => other.method === method && other.path === endpoint.path),
      );
      for (const method of others) {
        const response = await callApi(method, pathOf(endpoint, owner.parameters), { body: method === 'GET' ? undefined : {} });
        expect(response.status, `${method} ${endpoint.path}`).toBe(405);
        expect(response.headers.get('allow')).toContain(endpoint.method);
        expect(await response.json()).toMatchObject({ error: expect.any(String), code: 'METHOD_NOT_ALLOWED' });
      }
    }
  });

  it('OPTIONS tells other origins what they may send', async () => {
    const response = await callApi('OPTIONS', '/api/selfclaw/v1/hosted-agents', { headers: { origin: 'https://app.example' } });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    for (const header of ['Authorization', 'X-Wallet-Address', 'Content-Type', 'Idempotency-Key', 'Last-Event-ID']) {
      expect(response.headers.get('access-control-allow-headers')).toContain(header);
    }
  });
});
