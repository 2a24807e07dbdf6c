import { z } from 'zod';
import type { Endpoint } from './endpoint';

type Header = { description: string; schema: { type: 'string' | 'integer'; format?: string; examples: (string | number)[] } };

const described = (description: string, schema: Header['schema']): Header => ({ description, schema });

const REQUEST_ID = described('Names this request in the log of the install', {
  type: 'string',
  format: 'uuid',
  examples: ['0197c2f4-6c1e-7d3a-9b52-4f0e8a7c6d21'],
});
const RETRY_AFTER = described('Seconds to wait before the next attempt', { type: 'integer', examples: [5] });
const REPLAYED = described('`true` when this is the kept answer to an earlier request with the same Idempotency-Key', {
  type: 'string',
  examples: ['true'],
});
const CHALLENGE = described('How to authenticate', { type: 'string', examples: ['Bearer realm="SelfClaw"'] });
const QUOTA: Record<string, Header> = {
  'X-Quota-Tokens-Used': described("Tokens of today that the agent's replies have used", { type: 'integer', examples: [1_250] }),
  'X-Quota-Tokens-Remaining': described('Tokens of today that are neither used nor held for a reply', {
    type: 'integer',
    examples: [48_750],
  }),
  'X-Quota-Reset': described('When the day ends: 00:00 UTC', {
    type: 'string',
    format: 'date-time',
    examples: ['2026-01-16T00:00:00.000Z'],
  }),
};

const carriesQuota = ({ tag, method, limit }: Endpoint) => tag === 'Chat' && (limit === 'chat' || method === 'GET');

/** What an answer carries beside its body. */
export function responseHeaders(endpoint: Endpoint, status: number): Record<string, Header> {
  return {
    'X-Request-Id': REQUEST_ID,
    ...(carriesQuota(endpoint) && (status < 300 || status === 429) ? QUOTA : {}),
    ...(endpoint.idempotent && status < 300 ? { 'Idempotency-Replayed': REPLAYED } : {}),
    ...(status === 401 ? { 'WWW-Authenticate': CHALLENGE } : {}),
    ...(status === 429 || status === 503 ? { 'Retry-After': RETRY_AFTER } : {}),
  };
}

const wallet = {
  'X-Wallet-Address': z
    .string()
    .optional()
    .meta({
      description: 'The wallet that a partner key acts for. Partner keys need it; a session and a personal key may leave it out.',
      examples: ['0x52908400098527886e0f7030069857d2e4169ee7'],
    }),
};
const idempotency = {
  'Idempotency-Key': z
    .string()
    .max(255)
    .optional()
    .meta({ description: 'The same key and body give the same answer for 24 hours.', examples: ['order-4711'] }),
};
const lastEvent = {
  'Last-Event-ID': z
    .string()
    .optional()
    .meta({ description: 'Continue after this event instead of from the start.', examples: ['17'] }),
};

/** Headers that an endpoint reads, apart from those that authenticate. */
export function requestHeaders(endpoint: Endpoint): z.ZodObject | undefined {
  const byKey = (endpoint.access === 'user' || endpoint.access === 'ownership') && !endpoint.sessionOnly;
  const shape = {
    ...(byKey ? wallet : {}),
    ...(endpoint.idempotent ? idempotency : {}),
    ...(endpoint.contentType === 'text/event-stream' ? lastEvent : {}),
  };
  return Object.keys(shape).length > 0 ? z.object(shape) : undefined;
}
