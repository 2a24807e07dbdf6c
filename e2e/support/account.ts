import type { BrowserContext } from '@playwright/test';
import type { Hex } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';

/** A person who signed in over HTTP. */
export type Account = {
  origin: string;
  wallet: string;
  privateKey: Hex;
  cookie: string;
  /** Headers of a call from their own browser. */
  headers: Record<string, string>;
};

/** Signs a new wallet in by nonce and signature, with no browser. */
export async function signInOverHttp(origin: string, privateKey: Hex = generatePrivateKey()): Promise<Account> {
  const account = privateKeyToAccount(privateKey);
  const headers = { 'Content-Type': 'application/json', Origin: origin };
  const post = (path: string, body: object) => fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const asked = await post('/api/auth/self/wallet/connect-nonce', { address: account.address });
  const { nonce, challenge } = (await asked.json()) as { nonce: string; challenge: string };
  const signature = await account.signMessage({ message: challenge });
  const connected = await post('/api/auth/self/wallet/quick-connect', { address: account.address, signature, nonce });
  const cookie = connected.headers.getSetCookie()[0]?.split(';')[0];
  if (!connected.ok || !cookie) throw new Error(`the sign-in answered ${connected.status}: ${await connected.text()}`);
  return { origin, wallet: account.address, privateKey, cookie, headers: { Cookie: cookie, Origin: origin } };
}

/** Signs a browser in as an account. */
export async function enterAs(context: BrowserContext, account: Account): Promise<void> {
  const [name, value] = account.cookie.split(/=(.*)/s) as [string, string];
  await context.addCookies([{ name, value, url: account.origin }]);
}

/** Calls `/api/selfclaw` as this account (or with other headers), and gives status and JSON. */
export async function call<Body = Record<string, unknown>>(
  account: Pick<Account, 'origin' | 'headers'>,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: Body; headers: Headers }> {
  const response = await fetch(`${account.origin}/api/selfclaw${path}`, {
    method,
    headers: { ...account.headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Body, headers: response.headers };
}

/** The same, for a call that must succeed. */
export async function mustCall<Body = Record<string, unknown>>(...asked: Parameters<typeof call>): Promise<Body> {
  const answer = await call<Body>(...asked);
  if (answer.status >= 300) throw new Error(`${asked[1]} ${asked[2]} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Mints an API key and gives its secret. */
export async function mintKey(account: Account, kind: 'personal' | 'partner' = 'personal'): Promise<string> {
  const { secret } = await mustCall<{ secret: string }>(account, 'POST', '/v1/api-keys', { name: `Test ${kind} key`, kind });
  return secret;
}

/** Creates an agent and gives its id. */
export async function makeAgent(account: Pick<Account, 'origin' | 'headers'>, name = 'Testa'): Promise<number> {
  const { agent } = await mustCall<{ agent: { id: number } }>(account, 'POST', '/v1/hosted-agents', { name, personaTemplate: 'general' });
  return agent.id;
}
