import type { APIRequestContext } from '@playwright/test';
import { generatePrivateKey, privateKeyToAccount, type PrivateKeyAccount } from 'viem/accounts';
import { expect, test } from '../support/test';

const ME = '/api/auth/self/me';
const SESSIONS = '/api/selfclaw/v1/sessions';
const LIST = '/api/selfclaw/v1/hosted-agents';

async function signChallenge(request: APIRequestContext, account: PrivateKeyAccount) {
  const answer = await request.post('/api/auth/self/wallet/connect-nonce', { data: { address: account.address } });
  const { nonce, challenge } = (await answer.json()) as { nonce: string; challenge: string };
  return { address: account.address, nonce, signature: await account.signMessage({ message: challenge }) };
}

async function readCsrfToken(request: APIRequestContext): Promise<string> {
  return ((await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string }).csrfToken;
}

async function signInByNextAuth(request: APIRequestContext, account: PrivateKeyAccount) {
  const csrfToken = await readCsrfToken(request);
  return request.post('/api/auth/callback/wallet', { form: { ...(await signChallenge(request, account)), csrfToken, json: 'true' } });
}

const sessionCookies = async (request: APIRequestContext) =>
  (await request.storageState()).cookies.filter((cookie) => /^(__Secure-)?selfclaw-\w+\.session-token$/.test(cookie.name));

const newAccount = () => privateKeyToAccount(generatePrivateKey());

test('signing in by next-auth sets the one cookie that the whole API accepts', async ({ request, app }) => {
  const account = newAccount();
  expect((await signInByNextAuth(request, account)).status()).toBe(200);
  const [cookie, ...others] = await sessionCookies(request);
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', secure: false });

  const me = await request.get(ME);
  expect(await me.json()).toMatchObject({ walletAddress: account.address.toLowerCase() });
  expect((await request.get(LIST)).status()).toBe(200);
  expect((await request.post(LIST, { data: { name: 'Ada' }, headers: { origin: app.url } })).status()).toBe(201);
});

test('next-auth reads the session that quick-connect opened', async ({ request }) => {
  const account = newAccount();
  const connected = await request.post('/api/auth/self/wallet/quick-connect', { data: await signChallenge(request, account) });
  expect(connected.status()).toBe(200);
  const session = await request.get('/api/auth/session');
  expect(await session.json()).toMatchObject({ user: { walletAddress: account.address.toLowerCase() }, expires: expect.any(String) });
  expect((await request.get(LIST)).status()).toBe(200);
});

test('signing out by next-auth ends the session at once, wherever its cookie was copied to', async ({ request, playwright, app }) => {
  await signInByNextAuth(request, newAccount());
  const storageState = await request.storageState();
  const copy = await playwright.request.newContext({ baseURL: app.url, storageState });
  expect((await copy.get(SESSIONS)).status()).toBe(200);

  const csrfToken = await readCsrfToken(request);
  expect((await request.post('/api/auth/signout', { form: { csrfToken, json: 'true' } })).status()).toBe(200);
  expect(await sessionCookies(request)).toEqual([]);
  expect((await copy.get(SESSIONS)).status()).toBe(401);
  expect(await (await copy.get('/api/auth/session')).json()).toEqual({});
  await copy.dispose();
});

test('next-auth opens no session without its token, for a wrong signature, or for a replay', async ({ request }) => {
  const account = newAccount();
  const signed = await signChallenge(request, account);
  await request.post('/api/auth/callback/wallet', { form: { ...signed, json: 'true' } });
  expect(await sessionCookies(request)).toEqual([]);

  const csrfToken = await readCsrfToken(request);
  const wrong = { ...signed, address: newAccount().address };
  expect((await request.post('/api/auth/callback/wallet', { form: { ...wrong, csrfToken, json: 'true' } })).status()).toBe(401);
  expect(await sessionCookies(request)).toEqual([]);

  await signInByNextAuth(request, account);
  expect(await sessionCookies(request)).toHaveLength(1);
  const again = { ...(await signChallenge(request, account)), csrfToken: await readCsrfToken(request), json: 'true' };
  expect((await request.post('/api/auth/callback/wallet', { form: again })).status()).toBe(200);
  expect((await request.post('/api/auth/callback/wallet', { form: again })).status()).toBe(401);
});

test('paths below /api/auth that nobody serves are 404 in the shape of the contract', async ({ request }) => {
  const answer = await request.get('/api/auth/nothing');
  expect(answer.status()).toBe(404);
  expect(await answer.json()).toMatchObject({ code: 'NOT_FOUND', error: expect.any(String) });
});
