import { beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '@/lib/api/endpoint';
import { contract } from '@/lib/contract';
import { createKey } from '@/tests/api';
import { callEndpoint, digestDatabase, endpointsWith, furnishOwner, type Furnished } from './callers';

// One question only: can the wrong person do it?
const named = (endpoints: readonly Endpoint[]) => endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const);
const guarded = contract.filter((endpoint) => endpoint.access !== 'none');

let alice: Furnished;
let bob: Furnished;

beforeAll(async () => {
  alice = await furnishOwner();
  bob = await furnishOwner();
});

describe("another owner, on everything of Alice's", () => {
  // reliability: 6
  it.each(named(endpointsWith('ownership')))('%s', async (_, endpoint) => {
    const before = await digestDatabase();
    const callers = {
      session: bob.owner.headers,
      key: bob.key.headers,
      "key with Alice's wallet": { ...bob.key.headers, 'x-wallet-address': alice.owner.wallet },
      "session with Alice's wallet": { ...bob.owner.headers, 'x-wallet-address': alice.owner.wallet },
    };
    for (const [caller, headers] of Object.entries(callers)) {
      const response = await callEndpoint(endpoint, alice.parameters, headers);
      expect([403, 404], caller).toContain(response.status);
      expect(await response.text(), caller).not.toMatch(/peanut|Green tea/);
    }
    expect(await digestDatabase()).toEqual(before);
  });

  it.each(
    named(
      endpointsWith('ownership').filter((endpoint) => /:(memory|knowledge|message|conversation|reflection|import)Id/.test(endpoint.path)),
    ),
  )("%s finds nothing of Alice's below an agent of his own", async (_, endpoint) => {
    const before = await digestDatabase();
    const response = await callEndpoint(endpoint, { ...alice.parameters, id: bob.parameters.id ?? '' }, bob.owner.headers);
    expect(response.status).toBe(404);
    expect(await digestDatabase()).toEqual(before);
  });
});

describe('nobody', () => {
  // reliability: 7
  it.each(named(guarded))('%s is 401 without, with malformed and with unknown credentials', async (_, endpoint) => {
    const before = await digestDatabase();
    const attempts = [
      {},
      { authorization: 'Bearer nonsense' },
      { authorization: `Bearer mck_${'0'.repeat(43)}` },
      { cookie: 'a=b; selfclaw=1' },
    ];
    for (const headers of attempts) {
      const response = await callEndpoint(endpoint, alice.parameters, headers as Record<string, string>);
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({ error: expect.any(String), code: 'UNAUTHENTICATED' });
    }
    expect(await digestDatabase()).toEqual(before);
  });
});

describe('a page of another site, with the cookie', () => {
  // reliability: 8
  it.each(named(guarded.filter((endpoint) => endpoint.method !== 'GET')))('%s is refused', async (_, endpoint) => {
    const before = await digestDatabase();
    const response = await callEndpoint(endpoint, alice.parameters, { ...alice.owner.headers, origin: 'https://evil.example' });
    expect(response.status).toBe(403);
    expect(await digestDatabase()).toEqual(before);
  });
});

describe('reading', () => {
  // reliability: 8
  it.each(named(contract.filter((endpoint) => endpoint.method === 'GET')))('%s writes nothing', async (_, endpoint) => {
    const before = await digestDatabase();
    const headers = endpoint.access === 'session' ? alice.owner.headers : alice.key.headers;
    const response = await callEndpoint(endpoint, alice.parameters, headers);
    await response.text();
    expect(response.status).toBeLessThan(500);
    expect(await digestDatabase()).toEqual(before);
  });
});

describe('a key without the scope', () => {
  let reader: Awaited<ReturnType<typeof createKey>>;
  beforeAll(async () => (reader = await createKey(alice.owner, { scopes: ['read'] })));

  it.each(named(guarded.filter((endpoint) => endpoint.access !== 'session' && endpoint.scope !== 'read')))(
    '%s is refused',
    async (_, endpoint) => {
      const before = await digestDatabase();
      const response = await callEndpoint(endpoint, alice.parameters, reader.headers);
      expect(response.status).toBe(403);
      expect(await digestDatabase()).toEqual(before);
    },
  );
});
