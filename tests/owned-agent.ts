// An owner with an agent in the test's database, and requests in the owner's name.
import { randomBytes } from 'node:crypto';
import type { RouteHandler } from '@/lib/api/handle';
import type { Endpoint } from '@/lib/api/endpoint';
import type { OwnedAgent } from '@/lib/auth/principal';
import { trustedAgent } from '@/lib/auth/ownership';
import { openSession, sessionCookie } from '@/lib/auth/session';
import { pool } from '@/lib/platform/database';
import { newId, newNumericId } from '@/lib/platform/ids';

export type TestAgent = OwnedAgent & { cookie: string };

/** A new owner, signed in, with one agent. */
export async function createOwnedAgent(name = 'Ada'): Promise<TestAgent> {
  const ownerId = newId();
  await pool().query(`insert into users (id, wallet_address) values ($1, $2)`, [ownerId, `0x${randomBytes(20).toString('hex')}`]);
  const sessionId = await openSession(ownerId, { userAgent: null, address: '127.0.0.1' });
  return createAgentOf({ ownerId, cookie: (await sessionCookie(sessionId, ownerId)).split(';')[0] ?? '' }, name);
}

/** Another agent of the same owner. */
export async function createAgentOf(owner: { ownerId: string; cookie: string }, name: string): Promise<TestAgent> {
  const id = newNumericId();
  await pool().query(`insert into agents (id, owner_id, name, public_key, updated_at) values ($1, $2, $3, $4, now())`, [
    id,
    owner.ownerId,
    name,
    randomBytes(32).toString('base64'),
  ]);
  await pool().query(`insert into agent_growth (agent_id, owner_id) values ($1, $2)`, [id, owner.ownerId]);
  return { ...trustedAgent({ id, ownerId: owner.ownerId, name, status: 'active' }), cookie: owner.cookie };
}

/** Calls a route handler as the owner's browser would. `params.id` is the agent's unless given. */
export async function callAs<E extends Endpoint>(
  agent: TestAgent,
  handler: RouteHandler<E>,
  input: { params?: Record<string, string>; query?: Record<string, string>; body?: unknown } = {},
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the contract machine checks the shape of each answer
): Promise<{ status: number; body: any; headers: Headers }> {
  const url = new URL('http://127.0.0.1:3000/test');
  for (const [name, value] of Object.entries(input.query ?? {})) url.searchParams.set(name, value);
  const { method } = handler.endpoint;
  const request = new Request(url, {
    method,
    headers: { cookie: agent.cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
  });
  const response = await handler(request, { params: Promise.resolve({ id: String(agent.id), ...input.params }) });
  return { status: response.status, body: await response.json(), headers: response.headers };
}
