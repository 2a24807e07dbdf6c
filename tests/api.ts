import { type PrivateKeyAccount, generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { apiRoutes } from '@/generated/api-routes';
import { ADDRESS_HEADER } from '@/lib/api/client-address';
import { methodNotAllowed, pathNotFound } from '@/lib/api/other-methods';
import { publicUrl } from '@/lib/auth/public-address';
import { createRouteMatcher } from '@/server/match-route';

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response> | Response;

export type CallOptions = {
  body?: unknown;
  /** Sent as it is, instead of `body` as JSON. */
  rawBody?: BodyInit;
  headers?: Record<string, string>;
  address?: string;
};

export type SignedIn = { account: PrivateKeyAccount; wallet: string; ownerId: string; headers: { cookie: string; origin: string } };

const match = createRouteMatcher(apiRoutes);

/** Calls the API as the web entry does, without a socket: the path finds the route file, its handler answers. */
export async function callApi(method: string, path: string, options: CallOptions = {}): Promise<Response> {
  const url = new URL(path, publicUrl());
  const found = match(url.pathname);
  const headers = new Headers(options.headers);
  headers.set('host', url.host);
  headers.set(ADDRESS_HEADER, options.address ?? '127.0.0.1');
  if (options.body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
  const body = options.rawBody ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  const request = new Request(url, { method, headers, body });
  if (!found) return pathNotFound(request);
  const handler = found.module[method] as Handler | undefined;
  return handler ? handler(request, { params: Promise.resolve(found.params) }) : methodNotAllowed(request, []);
}

/** Calls the API and reads the JSON; for calls that must succeed. */
export async function callJson<Body = Record<string, unknown>>(method: string, path: string, options: CallOptions = {}): Promise<Body> {
  const response = await callApi(method, path, options);
  const text = await response.text();
  if (response.status >= 300) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return JSON.parse(text) as Body;
}

/** A new wallet that nobody has seen. */
export function newWallet(): PrivateKeyAccount {
  return privateKeyToAccount(generatePrivateKey());
}

/** Signs a wallet in by nonce and signature, as a browser does. */
export async function signIn(account: PrivateKeyAccount = newWallet()): Promise<SignedIn> {
  const { nonce, challenge } = await callJson<{ nonce: string; challenge: string }>('POST', '/api/auth/self/wallet/connect-nonce', {
    body: { address: account.address },
  });
  const signature = await account.signMessage({ message: challenge });
  const response = await callApi('POST', '/api/auth/self/wallet/quick-connect', { body: { address: account.address, signature, nonce } });
  const answer = (await response.json()) as { user?: { id: string }; error?: string };
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (!answer.user || !cookie) throw new Error(`sign-in failed: ${answer.error}`);
  return { account, wallet: account.address.toLowerCase(), ownerId: answer.user.id, headers: { cookie, origin: publicUrl().origin } };
}

/** Makes an API key of a signed-in owner and gives its headers. */
export async function createKey(
  owner: SignedIn,
  body: Record<string, unknown> = {},
): Promise<{ id: string; secret: string; headers: { authorization: string } }> {
  const answer = await callJson<{ apiKey: { id: string }; secret: string }>('POST', '/api/selfclaw/v1/api-keys', {
    headers: owner.headers,
    body: { name: 'Test key', ...body },
  });
  return { id: answer.apiKey.id, secret: answer.secret, headers: { authorization: `Bearer ${answer.secret}` } };
}

/** Creates an agent and gives its id. */
export async function createAgent(headers: Record<string, string>, body: Record<string, unknown> = {}): Promise<number> {
  const answer = await callJson<{ agent: { id: number } }>('POST', '/api/selfclaw/v1/hosted-agents', {
    headers,
    body: { name: 'Testa', ...body },
  });
  return answer.agent.id;
}
