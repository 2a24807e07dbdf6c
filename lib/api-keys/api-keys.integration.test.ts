import { beforeAll, describe, expect, it } from 'vitest';
import { pool } from '@/lib/platform/database';
import { forgetEnvironment } from '@/lib/platform/env';
import { API_KEY_LIMIT } from './limits';
import { callApi, callJson, createAgent, createKey, newWallet, signIn, type SignedIn } from '@/tests/api';

const AGENTS = '/api/selfclaw/v1/hosted-agents';

async function operator(): Promise<SignedIn> {
  const account = newWallet();
  process.env.ADMIN_WALLETS = account.address;
  forgetEnvironment();
  return signIn(account);
}

describe('an API key', () => {
  it('acts as its owner, is shown once, and is kept only as a hash', async () => {
    const owner = await signIn();
    const key = await createKey(owner);
    expect(key.secret).toMatch(/^mck_[0-9A-Za-z]{43}$/);
    const id = await createAgent(key.headers);
    expect(await callJson('GET', `${AGENTS}/${id}/soul`, { headers: owner.headers })).toHaveProperty('soul');
    const { rows } = await pool().query(`select * from api_keys where id = $1`, [key.id]);
    expect(JSON.stringify(rows)).not.toContain(key.secret.slice(12));
    const listed = await callJson<{ apiKeys: { prefix: string }[] }>('GET', '/api/selfclaw/v1/api-keys', { headers: owner.headers });
    expect(JSON.stringify(listed)).not.toContain(key.secret);
    expect(listed.apiKeys[0]?.prefix).toBe(key.secret.slice(0, 12));
  });

  // reliability: 5, 7
  it('is refused everywhere from the moment it is revoked, and when it has expired', async () => {
    const owner = await signIn();
    const key = await createKey(owner);
    expect((await callApi('GET', AGENTS, { headers: key.headers })).status).toBe(200);
    await callJson('DELETE', `/api/selfclaw/v1/api-keys/${key.id}`, { headers: owner.headers });
    expect((await callApi('GET', AGENTS, { headers: key.headers })).status).toBe(401);
    const brief = await createKey(owner, { expiresAt: new Date(Date.now() + 60_000).toISOString() });
    await pool().query(`update api_keys set expires_at = now() - interval '1 second' where id = $1`, [brief.id]);
    expect((await callApi('GET', AGENTS, { headers: brief.headers })).status).toBe(401);
  });

  it.each([
    ['no key', {}],
    ['a malformed key', { authorization: 'Bearer mck_short' }],
    ['another scheme', { authorization: 'Basic bWNr' }],
    ['an unknown key', { authorization: `Bearer mck_${'0'.repeat(43)}` }],
    ['a broken cookie', { cookie: 'selfclaw.session-token=abc' }],
  ])('%s is 401 in the shape of the contract', async (_, headers) => {
    const response = await callApi('GET', AGENTS, { headers: headers as Record<string, string> });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: expect.any(String), code: 'UNAUTHENTICATED' });
  });

  it('never works from the query string', async () => {
    const key = await createKey(await signIn());
    expect((await callApi('GET', `${AGENTS}?api_key=${key.secret}&token=${key.secret}`)).status).toBe(401);
  });

  it('does only what its scopes allow, and mints no keys', async () => {
    const owner = await signIn();
    const reader = await createKey(owner, { scopes: ['read'] });
    expect((await callApi('GET', AGENTS, { headers: reader.headers })).status).toBe(200);
    const refused = await callApi('POST', AGENTS, { headers: reader.headers, body: { name: 'Nobody' } });
    expect(refused.status).toBe(403);
    const full = await createKey(owner);
    expect((await callApi('POST', '/api/selfclaw/v1/api-keys', { headers: full.headers, body: { name: 'More' } })).status).toBe(403);
  });

  it("refuses another wallet than its owner's in X-Wallet-Address", async () => {
    const owner = await signIn();
    const key = await createKey(owner);
    const call = (wallet: string) => callApi('GET', AGENTS, { headers: { ...key.headers, 'x-wallet-address': wallet } });
    expect((await call(owner.account.address)).status).toBe(200);
    expect((await call(newWallet().address)).status).toBe(403);
    expect((await call('0x12')).status).toBe(400);
  });

  it('is no sign-in: who is signed in is read from the cookie alone', async () => {
    const owner = await signIn();
    const key = await createKey(owner);
    expect(await callJson('GET', '/api/auth/self/me', { headers: key.headers })).toBeNull();
    expect(await callJson('GET', '/api/auth/self/me', { headers: owner.headers })).toMatchObject({ walletAddress: owner.wallet });
  });

  it('is refused beyond the cap, whoever races for the last place, and an expired or revoked one makes room', async () => {
    const owner = await signIn();
    const keys = [];
    for (let index = 0; index < API_KEY_LIMIT - 2; index += 1) keys.push(await createKey(owner));
    const create = () => callApi('POST', '/api/selfclaw/v1/api-keys', { headers: owner.headers, body: { name: 'One more' } });
    const raced = await Promise.all(Array.from({ length: 10 }, create));
    expect(raced.map(({ status }) => status).sort()).toEqual([201, 201, ...Array.from({ length: 8 }, () => 409)]);
    expect(await raced.find(({ status }) => status === 409)?.json()).toEqual({
      error: expect.stringContaining(String(API_KEY_LIMIT)),
      code: 'API_KEY_LIMIT_REACHED',
    });
    await pool().query(`update api_keys set expires_at = now() - interval '1 second' where id = $1`, [keys[0]?.id]);
    expect((await create()).status).toBe(201);
    expect((await create()).status).toBe(409);
    await callJson('DELETE', `/api/selfclaw/v1/api-keys/${keys[1]?.id}`, { headers: owner.headers });
    expect((await create()).status).toBe(201);
    await createKey(await signIn());
  });

  it('notes its use at most once a minute under any concurrency', async () => {
    const owner = await signIn();
    const key = await createKey(owner);
    await Promise.all(Array.from({ length: 20 }, () => callApi('GET', AGENTS, { headers: key.headers })));
    await expect
      .poll(async () => (await pool().query(`select last_used_at from api_keys where id = $1`, [key.id])).rows[0].last_used_at)
      .not.toBeNull();
    const before = (await pool().query(`select last_used_at, xmin::text from api_keys where id = $1`, [key.id])).rows[0];
    await Promise.all(Array.from({ length: 20 }, () => callApi('GET', AGENTS, { headers: key.headers })));
    expect((await pool().query(`select last_used_at, xmin::text from api_keys where id = $1`, [key.id])).rows[0]).toEqual(before);
  });
});

describe('a partner key', () => {
  let admin: SignedIn;
  let partner: { headers: { authorization: string } };
  let rival: { headers: { authorization: string } };

  beforeAll(async () => {
    admin = await operator();
    partner = await createKey(admin, { name: 'Partner One', kind: 'partner' });
    rival = await createKey(admin, { name: 'Partner Two', kind: 'partner' });
  });

  const as = (key: { headers: { authorization: string } }, wallet: string) => ({ ...key.headers, 'x-wallet-address': wallet });

  it('is minted by an operator alone', async () => {
    const stranger = await signIn();
    const response = await callApi('POST', '/api/selfclaw/v1/api-keys', {
      headers: stranger.headers,
      body: { name: 'Mine', kind: 'partner' },
    });
    expect(response.status).toBe(403);
  });

  it('needs the wallet that it acts for, and a read makes no row of it', async () => {
    expect((await callApi('GET', AGENTS, { headers: partner.headers })).status).toBe(400);
    const unknown = newWallet().address.toLowerCase();
    expect(await callJson('GET', AGENTS, { headers: as(partner, unknown) })).toMatchObject({ agents: [] });
    expect((await pool().query(`select 1 from users where wallet_address = $1`, [unknown])).rowCount).toBe(0);
  });

  it('makes no row of a wallet by a write that makes nothing for it', async () => {
    const wallets = Array.from({ length: 3 }, () => newWallet().address.toLowerCase()) as [string, string, string];
    const narrow = await createKey(admin, { name: 'Partner One', kind: 'partner', scopes: ['read', 'chat'] });
    expect((await callApi('DELETE', `${AGENTS}/42`, { headers: as(partner, wallets[0]) })).status).toBe(404);
    expect((await callApi('POST', AGENTS, { headers: as(narrow, wallets[1]), body: { name: 'Nobody' } })).status).toBe(403);
    expect((await callApi('DELETE', '/api/selfclaw/v1/sessions', { headers: as(partner, wallets[2]) })).status).toBe(403);
    expect((await pool().query(`select 1 from users where wallet_address = any($1)`, [wallets])).rowCount).toBe(0);
  });

  it('is told of no other partner by the grants of an agent', async () => {
    const owner = await signIn();
    const made = await createAgent(as(partner, owner.wallet), { name: 'Made' });
    const path = `${AGENTS}/${made}/grants`;
    const { partners } = await callJson<{ partners: { id: string; name: string }[] }>('GET', path, { headers: owner.headers });
    const rivalId = partners.find(({ name }) => name === 'Partner Two')?.id;
    await callJson('PUT', path, { headers: owner.headers, body: { partnerId: rivalId } });
    expect(JSON.stringify(await callJson('GET', path, { headers: as(partner, owner.wallet) }))).not.toContain('Partner Two');
    const seen = await callJson('GET', path, { headers: as(rival, owner.wallet) });
    expect(seen).toMatchObject({ grants: [{ partnerName: 'Partner Two' }], partners: [{ name: 'Partner Two' }] });
    expect(JSON.stringify(seen)).not.toContain('Partner One');
  });

  it('is told that it made an agent, as the owner is, and not that another partner did', async () => {
    const owner = await signIn();
    const made = await createAgent(as(partner, owner.wallet), { name: 'Made' });
    const path = `${AGENTS}/${made}`;
    const { partners } = await callJson<{ partners: { id: string; name: string }[] }>('GET', `${path}/grants`, { headers: owner.headers });
    const rivalId = partners.find(({ name }) => name === 'Partner Two')?.id;
    await callJson('PUT', `${path}/grants`, { headers: owner.headers, body: { partnerId: rivalId } });
    const makerFor = async (headers: Record<string, string>) => [
      (await callJson<{ agents: { createdByPartner: string | null }[] }>('GET', AGENTS, { headers })).agents[0]?.createdByPartner,
      (await callJson<{ agent: { createdByPartner: string | null } }>('GET', path, { headers })).agent.createdByPartner,
      (await callJson<{ agent: { createdByPartner: string | null } }>('PATCH', path, { headers, body: { emoji: '🦊' } })).agent
        .createdByPartner,
    ];
    expect(await makerFor(owner.headers)).toEqual(['Partner One', 'Partner One', 'Partner One']);
    expect(await makerFor(as(partner, owner.wallet))).toEqual(['Partner One', 'Partner One', 'Partner One']);
    expect(await makerFor(as(rival, owner.wallet))).toEqual([null, null, null]);
  });

  it('is not let in by half of a request that was refused', async () => {
    const owner = await signIn();
    const made = await createAgent(as(partner, owner.wallet), { name: 'Made' });
    for (let index = 0; index < 3; index += 1) await createAgent(owner.headers, { name: `Own ${index}` });
    const path = `${AGENTS}/${made}/grants`;
    const { partners } = await callJson<{ partners: { id: string; name: string }[] }>('GET', path, { headers: owner.headers });
    const rivalId = partners.find(({ name }) => name === 'Partner Two')?.id;
    const both = await callApi('PUT', path, { headers: owner.headers, body: { partnerId: rivalId, adopt: true } });
    expect(both.status).toBe(409);
    expect((await callApi('GET', `${AGENTS}/${made}`, { headers: as(rival, owner.wallet) })).status).toBe(403);
  });

  it('erases what it made, but never what its owner has adopted, whichever of the two comes first', async () => {
    const owner = await signIn();
    for (let round = 0; round < 5; round += 1) {
      const made = await createAgent(as(partner, owner.wallet), { name: 'Made' });
      const path = `${AGENTS}/${made}`;
      const [adopted, erased] = await Promise.all([
        callApi('PUT', `${path}/grants`, { headers: owner.headers, body: { adopt: true } }),
        callApi('DELETE', `${path}?permanent=true`, { headers: as(partner, owner.wallet) }),
      ]);
      expect([200, 403]).toContain(erased.status);
      const left = await callApi('GET', path, { headers: owner.headers });
      expect(left.status).toBe(erased.status === 200 ? 404 : 200);
      if (left.status === 200) {
        expect(adopted.status).toBe(200);
        await callJson('DELETE', path, { headers: owner.headers });
      }
    }
  });

  // reliability: 10
  it('sees only agents it made for the wallet, never those of the wallet itself or of another partner', async () => {
    const owner = await signIn();
    const own = await createAgent(owner.headers, { name: 'Own' });
    const made = await createAgent(as(partner, owner.wallet), { name: 'Made' });
    const others = await createAgent(as(rival, owner.wallet), { name: 'Others' });
    const { agents } = await callJson<{ agents: { id: number }[] }>('GET', AGENTS, { headers: as(partner, owner.wallet) });
    expect(agents.map((agent) => agent.id)).toEqual([made]);
    expect((await callApi('GET', `${AGENTS}/${own}`, { headers: as(partner, owner.wallet) })).status).toBe(403);
    expect((await callApi('GET', `${AGENTS}/${others}`, { headers: as(partner, owner.wallet) })).status).toBe(403);
    expect((await callApi('GET', `${AGENTS}/${made}`, { headers: as(partner, newWallet().address) })).status).toBe(403);
    expect((await callJson<{ agents: unknown[] }>('GET', AGENTS, { headers: owner.headers })).agents).toHaveLength(3);
  });

  // reliability: 10
  it('is let in by a grant, and out again', async () => {
    const owner = await signIn();
    const own = await createAgent(owner.headers, { name: 'Own' });
    const path = `${AGENTS}/${own}`;
    const { partners } = await callJson<{ partners: { id: string; name: string }[] }>('GET', `${path}/grants`, { headers: owner.headers });
    const partnerId = partners.find((candidate) => candidate.name === 'Partner One')?.id;
    await callJson('PUT', `${path}/grants`, { headers: owner.headers, body: { partnerId } });
    expect((await callApi('GET', path, { headers: as(partner, owner.wallet) })).status).toBe(200);
    expect((await callApi('GET', path, { headers: as(rival, owner.wallet) })).status).toBe(403);
    expect((await callApi('DELETE', `${path}?permanent=true`, { headers: as(partner, owner.wallet) })).status).toBe(403);
    await callJson('DELETE', `${path}/grants?partnerId=${partnerId}`, { headers: owner.headers });
    expect((await callApi('GET', path, { headers: as(partner, owner.wallet) })).status).toBe(403);
  });

  it('counts its agents against its own three for the wallet until the owner adopts one', async () => {
    const owner = await signIn();
    const made = [];
    for (let index = 0; index < 3; index += 1) made.push(await createAgent(as(partner, owner.wallet), { name: `Made ${index}` }));
    expect((await callApi('POST', AGENTS, { headers: as(partner, owner.wallet), body: { name: 'Fourth' } })).status).toBe(409);
    for (let index = 0; index < 2; index += 1) await createAgent(owner.headers, { name: `Own ${index}` });
    await callJson('PUT', `${AGENTS}/${made[0]}/grants`, { headers: owner.headers, body: { adopt: true } });
    expect((await callApi('POST', AGENTS, { headers: owner.headers, body: { name: 'Too many' } })).status).toBe(409);
    expect((await callApi('PUT', `${AGENTS}/${made[1]}/grants`, { headers: owner.headers, body: { adopt: true } })).status).toBe(409);
    await createAgent(as(partner, owner.wallet), { name: 'Place again' });
  });
});
