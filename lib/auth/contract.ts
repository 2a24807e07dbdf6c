import { z } from 'zod';
import { endpoint } from '@/lib/api/endpoint';
import { success } from '@/lib/api/schema';
import { connectNonceAnswer, connectNonceBody, quickConnectBody, session, user } from './schema';

const tag = 'Authentication';

export const connectNonce = endpoint({
  id: 'auth.connectNonce',
  method: 'POST',
  path: '/api/auth/self/wallet/connect-nonce',
  access: 'none',
  scope: 'read',
  limit: 'nonce',
  tag,
  summary: 'Request a nonce and the challenge to sign.',
  description: 'With an address the challenge is a full ERC-4361 message. A nonce lives five minutes and works once.',
  body: connectNonceBody,
  bodyOptional: true,
  response: { 200: connectNonceAnswer },
});

export const quickConnect = endpoint({
  id: 'auth.quickConnect',
  method: 'POST',
  path: '/api/auth/self/wallet/quick-connect',
  access: 'none',
  scope: 'read',
  limit: 'write',
  tag,
  summary: 'Submit the signed challenge and get a session cookie.',
  description: 'A session that the browser had before, of this wallet or another, ends.',
  body: quickConnectBody,
  response: { 200: z.object({ success: z.literal(true), user }) },
  errors: [401, 503],
});

export const me = endpoint({
  id: 'auth.me',
  method: 'GET',
  path: '/api/auth/self/me',
  access: 'none',
  scope: 'read',
  limit: 'read',
  tag,
  summary: 'The signed-in user, or null.',
  description:
    'Says who is signed in in this browser: it reads the session cookie alone, so with an API key it answers null, as for anybody else.',
  response: { 200: user.nullable() },
});

export const logout = endpoint({
  id: 'auth.logout',
  method: 'POST',
  path: '/api/auth/self/logout',
  access: 'none',
  scope: 'read',
  limit: 'write',
  tag,
  destructive: true,
  summary: 'Sign out.',
  description: 'The session ends on the server: the cookie is refused from then on.',
  response: { 200: success },
  errors: [403],
});

export const listSessions = endpoint({
  id: 'sessions.list',
  method: 'GET',
  path: '/v1/sessions',
  access: 'session',
  scope: 'read',
  limit: 'read',
  tag,
  extension: true,
  summary: 'The signed-in browsers of the owner.',
  response: { 200: z.object({ sessions: z.array(session) }) },
});

export const endSessions = endpoint({
  id: 'sessions.end',
  method: 'DELETE',
  path: '/v1/sessions',
  access: 'session',
  scope: 'write',
  limit: 'write',
  tag,
  extension: true,
  summary: 'Sign out browsers.',
  description: 'One session (`?id=`), the others (`?scope=others`) or all of them.',
  query: z.object({
    id: z.uuid('is not a valid id').optional().meta({ description: 'One session; goes before `scope`' }),
    scope: z.enum(['all', 'others']).default('all').meta({ description: '`others`: all but the one that calls' }),
  }),
  response: { 200: z.object({ success: z.literal(true), ended: z.number().int() }) },
  errors: [404],
});
