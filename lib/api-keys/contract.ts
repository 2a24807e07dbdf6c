import { z } from 'zod';
import { endpoint } from '@/lib/api/endpoint';
import { success } from '@/lib/api/schema';
import { API_KEY_LIMIT } from './limits';
import { apiKey, apiKeyParams, createApiKeyBody } from './schema';

const tag = 'API keys';

export const listApiKeys = endpoint({
  id: 'apiKeys.list',
  method: 'GET',
  path: '/v1/api-keys',
  access: 'session',
  scope: 'read',
  limit: 'read',
  tag,
  extension: true,
  summary: 'The keys of the owner that are not revoked.',
  response: { 200: z.object({ apiKeys: z.array(apiKey) }) },
});

export const createApiKey = endpoint({
  id: 'apiKeys.create',
  method: 'POST',
  path: '/v1/api-keys',
  access: 'session',
  scope: 'write',
  limit: 'write',
  tag,
  extension: true,
  idempotent: true,
  summary: 'Make a key.',
  description: `Its secret is in this answer alone. Personal keys act as their owner. Partner keys act for the wallet in X-Wallet-Address and are made by an operator of the install. An owner has at most ${API_KEY_LIMIT} keys that are neither revoked nor expired; one more is 409 API_KEY_LIMIT_REACHED.`,
  body: createApiKeyBody,
  response: { 201: z.object({ apiKey, secret: z.string().meta({ description: 'The key itself', examples: [`mck_${'x'.repeat(43)}`] }) }) },
  errors: [403, 409],
});

export const revokeApiKey = endpoint({
  id: 'apiKeys.revoke',
  method: 'DELETE',
  path: '/v1/api-keys/:keyId',
  access: 'session',
  scope: 'write',
  limit: 'write',
  tag,
  extension: true,
  summary: 'Revoke a key.',
  description: 'At once and everywhere: the next call with it is refused.',
  params: apiKeyParams,
  response: { 200: success },
  errors: [404],
});
