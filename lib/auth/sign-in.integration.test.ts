import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { pool } from '@/lib/platform/database';
import { forgetEnvironment } from '@/lib/platform/env';
import { callApi, callJson, newWallet, signIn } from '@/tests/api';

const NONCE = '/api/auth/self/wallet/connect-nonce';
const CONNECT = '/api/auth/self/wallet/quick-connect';
const ME = '/api/auth/self/me';

async function challengeFor(account = newWallet(), body: Record<string, unknown> = { address: account.address }) {
  const { nonce, challenge } = await callJson<{ nonce: string; challenge: string }>('POST', NONCE, { body });
  return { account, nonce, challenge, signature: await account.signMessage({ message: challenge }) };
}

const connect = (attempt: { account: { address: string }; nonce: string; signature: string }) =>
  callApi('POST', CONNECT, { body: { address: attempt.account.address, nonce: attempt.nonce, signature: attempt.signature } });

describe('signing in with a wallet', () => {
  it('gives the challenge that clients of the original service know, and one of ERC-4361 with an address', async () => {
    const plain = await callJson<{ nonce: string; challenge: string }>('POST', NONCE);
    expect(plain.challenge).toMatch(new RegExp(`^Sign in to SelfClaw\\nNonce: ${plain.nonce}\\n`));
    const { account, challenge } = await challengeFor();
    expect(challenge).toContain('wants you to sign in with your Ethereum account:');
    expect(challenge).toContain(account.address);
  });

  it('takes a nonce that tells nothing of the next one', async () => {
    const nonces = await Promise.all(Array.from({ length: 20 }, async () => (await callJson<{ nonce: string }>('POST', NONCE)).nonce));
    for (const nonce of nonces) {
      expect(nonce).toMatch(/^[0-9A-Za-z]{32,}$/);
      const others = nonces.filter((other) => other !== nonce);
      expect(others).toHaveLength(19);
      for (let at = 0; at + 12 <= nonce.length; at += 1) {
        expect(others.filter((other) => other.includes(nonce.slice(at, at + 12)))).toEqual([]);
      }
    }
  });

  // reliability: 1
  it('opens one session for one signature, and refuses its replay', async () => {
    const attempt = await challengeFor();
    const first = await connect(attempt);
    expect(first.status).toBe(200);
    expect(first.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    const replay = await connect(attempt);
    expect(replay.status).toBe(401);
    expect(await replay.json()).toMatchObject({ error: expect.any(String), code: 'UNAUTHENTICATED' });
  });

  // reliability: 1
  it('of 20 replays at once lets exactly one through', async () => {
    const attempt = await challengeFor();
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await connect(attempt)).status));
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 401)).toHaveLength(19);
    const { rows } = await pool().query(
      `select count(*)::int as count from sessions s join users u on u.id = s.user_id where u.wallet_address = $1`,
      [attempt.account.address.toLowerCase()],
    );
    expect(rows[0].count).toBe(1);
  });

  it('accepts the plain challenge of a caller that named no address', async () => {
    expect((await connect(await challengeFor(newWallet(), {}))).status).toBe(200);
  });

  // reliability: 2
  it.each([
    ['for another domain', `challenge = replace(challenge, 'localhost', 'evil.example')`],
    ['for another chain', `chain_id = 1`],
    ['from the future', `challenge = regexp_replace(challenge, 'Issued At: [^\\n]+', 'Issued At: 2099-01-01T00:00:00.000Z')`],
    [
      'expired by its own text',
      `challenge = regexp_replace(challenge, 'Expiration Time: [^\\n]+', 'Expiration Time: 2020-01-01T00:00:00.000Z')`,
    ],
    ['whose time is over', `expires_at = now() - interval '1 second'`],
  ])('refuses a challenge %s', async (_, change) => {
    const { account, nonce, challenge } = await challengeFor();
    const { rows } = await pool().query<{ challenge: string }>(
      `update sign_in_challenges set ${change.replace('localhost', new URL(`http://${challenge.split(' ')[0]}`).hostname)} where nonce = $1 returning challenge`,
      [nonce],
    );
    const signature = await account.signMessage({ message: rows[0]?.challenge ?? '' });
    expect((await connect({ account, nonce, signature })).status).toBe(401);
  });

  it('answers a chain id that no chain has with 400', async () => {
    for (const chainId of [2 ** 31, Number.MAX_SAFE_INTEGER, 0, -1, 1.5]) {
      expect((await callApi('POST', NONCE, { body: { chainId } })).status).toBe(400);
    }
    expect((await callApi('POST', NONCE, { body: { chainId: 2 ** 31 - 1 } })).status).toBe(200);
  });

  it('keeps a challenge for its wallet also after the chain could not be asked about it', async () => {
    const attempt = await challengeFor();
    expect((await connect({ ...attempt, signature: `0x${'ab'.repeat(97)}` })).status).toBe(503);
    const other = newWallet();
    const stolen = { account: other, nonce: attempt.nonce, signature: await other.signMessage({ message: attempt.challenge }) };
    expect((await connect(stolen)).status).toBe(401);
  });

  it("refuses another wallet's signature, and a challenge made for another wallet", async () => {
    const attempt = await challengeFor();
    const other = newWallet();
    expect((await connect({ ...attempt, signature: await other.signMessage({ message: attempt.challenge }) })).status).toBe(401);
    const again = await challengeFor();
    expect((await connect({ ...again, account: other, signature: await other.signMessage({ message: again.challenge }) })).status).toBe(
      401,
    );
  });

  // reliability: 3
  it('signs ordinary wallets in while the chain is down, and asks contract wallets to retry with the same challenge', async () => {
    const attempt = await challengeFor();
    const contractWallet = await connect({ ...attempt, signature: `0x${'ab'.repeat(97)}` });
    expect(contractWallet.status).toBe(503);
    expect(await contractWallet.json()).toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryAfterMs: expect.any(Number) });
    expect((await connect(attempt)).status).toBe(200);
  });

  it('lets the chain decide about the signature of a contract wallet', async () => {
    const answers: Record<string, string> = { eth_chainId: '0xa4ec', eth_call: `0x${'0'.repeat(63)}1` };
    const chain = createServer((incoming, outgoing) => {
      let text = '';
      incoming.on('data', (chunk: Buffer) => (text += chunk.toString()));
      incoming.on('end', () => {
        const { id, method } = JSON.parse(text) as { id: number; method: string };
        outgoing.setHeader('content-type', 'application/json').end(JSON.stringify({ jsonrpc: '2.0', id, result: answers[method] }));
      });
    });
    await new Promise<void>((resolve) => chain.listen(0, '127.0.0.1', resolve));
    process.env.CHAIN_RPC_URL = `http://127.0.0.1:${(chain.address() as AddressInfo).port}`;
    forgetEnvironment();
    try {
      const accepted = await challengeFor();
      expect((await connect({ ...accepted, signature: `0x${'ab'.repeat(97)}` })).status).toBe(200);
      answers.eth_call = `0x${'0'.repeat(64)}`;
      const refused = await challengeFor();
      expect((await connect({ ...refused, signature: `0x${'ab'.repeat(97)}` })).status).toBe(401);
    } finally {
      delete process.env.CHAIN_RPC_URL;
      forgetEnvironment();
      chain.close();
    }
  });
});

describe('a session', () => {
  // reliability: 4
  it('is refused at once after sign-out, with the same cookie', async () => {
    const owner = await signIn();
    expect(await callJson('GET', ME, { headers: owner.headers })).toMatchObject({ humanId: owner.wallet });
    expect((await callApi('POST', '/api/auth/self/logout', { headers: owner.headers })).status).toBe(200);
    expect(await (await callApi('GET', ME, { headers: owner.headers })).json()).toBeNull();
    expect((await callApi('GET', '/api/selfclaw/v1/hosted-agents', { headers: owner.headers })).status).toBe(401);
  });

  it('can be ended from another browser, one or all', async () => {
    const laptop = await signIn();
    const phone = await signIn(laptop.account);
    const { sessions } = await callJson<{ sessions: { id: string; current: boolean }[] }>('GET', '/api/selfclaw/v1/sessions', {
      headers: phone.headers,
    });
    expect(sessions).toHaveLength(2);
    const other = sessions.find((session) => !session.current);
    await callJson('DELETE', `/api/selfclaw/v1/sessions?id=${other?.id}`, { headers: phone.headers });
    expect((await callApi('GET', '/api/selfclaw/v1/hosted-agents', { headers: laptop.headers })).status).toBe(401);
    await callJson('DELETE', '/api/selfclaw/v1/sessions', { headers: phone.headers });
    expect((await callApi('GET', '/api/selfclaw/v1/hosted-agents', { headers: phone.headers })).status).toBe(401);
  });

  it('is renewed at most once a day, by one of many requests', async () => {
    const owner = await signIn();
    await pool().query(
      `update sessions set last_seen_at = now() - interval '2 days', expires_at = now() + interval '1 day' where user_id = $1`,
      [owner.ownerId],
    );
    const responses = await Promise.all(
      Array.from({ length: 8 }, () => callApi('GET', '/api/selfclaw/v1/hosted-agents', { headers: owner.headers })),
    );
    const cookies = responses.flatMap((response) => response.headers.getSetCookie());
    expect(cookies).toHaveLength(1);
    const renewed = { cookie: cookies[0]?.split(';')[0] ?? '' };
    expect((await callApi('GET', '/api/selfclaw/v1/hosted-agents', { headers: renewed })).status).toBe(200);
  });

  it('that cannot be renewed now does not turn what was done into a failure', async () => {
    const owner = await signIn();
    await pool().query(`update sessions set last_seen_at = now() - interval '2 days' where user_id = $1`, [owner.ownerId]);
    const query = pool().query.bind(pool()) as (...given: unknown[]) => unknown;
    const failing = vi
      .spyOn(pool(), 'query')
      .mockImplementation(((...given: unknown[]) =>
        String(given[0]).startsWith('update sessions') ? Promise.reject(new Error('no connection')) : query(...given)) as never);
    const created = await callApi('POST', '/api/selfclaw/v1/hosted-agents', { headers: owner.headers, body: { name: 'Made' } });
    failing.mockRestore();
    expect(created.status).toBe(201);
    expect(created.headers.getSetCookie()).toEqual([]);
  });

  it("does not serve a write that another site's page makes with the cookie", async () => {
    const owner = await signIn();
    const crossings: Record<string, string>[] = [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site', origin: 'null' }];
    for (const headers of crossings) {
      const response = await callApi('POST', '/api/selfclaw/v1/hosted-agents', {
        headers: { ...owner.headers, ...headers },
        body: { name: 'Stolen' },
      });
      expect(response.status).toBe(403);
    }
    const logout = await callApi('POST', '/api/auth/self/logout', { headers: { ...owner.headers, origin: 'https://evil.example' } });
    expect(logout.status).toBe(403);
    expect((await callApi('GET', ME, { headers: owner.headers })).status).toBe(200);
  });
});
