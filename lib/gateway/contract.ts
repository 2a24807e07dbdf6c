import { z } from 'zod';
import { endpoint } from '@/lib/api/endpoint';
import { timestamp } from '@/lib/api/schema';

const tag = 'Gateway';
const common = { access: 'none', scope: 'read', limit: 'none', tag } as const;

export const miniappHealth = endpoint({
  ...common,
  id: 'miniapp.health',
  method: 'GET',
  path: '/v1/miniapp/health',
  summary: 'Whether the server answers.',
  response: { 200: z.object({ ok: z.literal(true) }) },
});

export const gatewayHealth = endpoint({
  ...common,
  id: 'gateway.health',
  method: 'GET',
  path: '/v1/gateway/health',
  summary: 'Whether the install is well.',
  description: 'Whether the server and its database answer, and which groups of features exist.',
  response: {
    200: z.object({
      status: z.literal('ok'),
      db: z.enum(['ok', 'slow']),
      dbLatencyMs: z
        .number()
        .int()
        .meta({ examples: [2] }),
      timestamp,
      features: z.array(z.string()).meta({ examples: [['chat', 'memories', 'souls']] }),
    }),
    503: z.object({
      status: z.literal('degraded'),
      error: z.string().meta({ examples: ['The database does not answer'] }),
      code: z.literal('SERVICE_UNAVAILABLE'),
      retryAfterMs: z.number().int(),
      timestamp,
    }),
  },
});

export const listEndpoints = endpoint({
  ...common,
  limit: 'read',
  id: 'gateway.endpoints',
  method: 'GET',
  path: '/v1/gateway/endpoints',
  summary: 'The list of all endpoints.',
  description: 'For programs; the OpenAPI document says more.',
  response: {
    200: z.object({
      totalEndpoints: z.number().int(),
      endpoints: z.array(
        z.object({ method: z.string(), path: z.string(), auth: z.string(), description: z.string(), extension: z.boolean() }),
      ),
      generatedAt: timestamp,
    }),
  },
});

export const readOpenApi = endpoint({
  ...common,
  limit: 'read',
  id: 'openapi.read',
  method: 'GET',
  path: '/api/openapi.json',
  extension: true,
  summary: 'This API as an OpenAPI 3.1 document.',
  response: { 200: z.record(z.string(), z.unknown()) },
});

export const readMetrics = endpoint({
  ...common,
  id: 'metrics.read',
  method: 'GET',
  path: '/api/metrics',
  extension: true,
  contentType: 'text/plain',
  summary: 'Metrics of the install.',
  description: 'In the form of Prometheus; from loopback, or with METRICS_TOKEN as bearer.',
  response: { 200: z.string().meta({ examples: ['# TYPE selfclaw_open_streams gauge\nselfclaw_open_streams 2\n'] }) },
  errors: [403],
});
