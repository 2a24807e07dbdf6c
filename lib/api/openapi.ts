import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { type Endpoint, fullPath } from './endpoint';
import { errorBody } from './errors';

const errorSchema = errorBody.meta({ id: 'Error' });
const EVENT_STREAM = {
  'text/event-stream': { schema: z.string().meta({ description: 'Server-sent events; each data line is one JSON object' }) },
};

const WORDS: Record<number, string> = {
  200: 'Done',
  201: 'Created',
  202: 'Accepted; the work goes on',
  400: 'The request is not valid',
  401: 'Not authenticated',
  403: 'Not allowed',
  404: 'Not found',
  409: 'In conflict with the present state',
  413: 'The body is too large',
  415: 'The body is not JSON',
  429: 'Too many requests, or the daily token limit is reached',
  500: 'Internal server error',
  503: 'Temporarily unavailable; retry after the time given',
};

/** Statuses of refusals: those an endpoint names, and those that follow from what it is. */
export function refusalStatuses(endpoint: Endpoint): number[] {
  const statuses = new Set<number>(endpoint.errors);
  if (endpoint.access !== 'none') for (const status of [401, 403]) statuses.add(status);
  if (endpoint.params) statuses.add(404);
  if (endpoint.query || endpoint.body) statuses.add(400);
  if (endpoint.body) for (const status of [413, 415]) statuses.add(status);
  if (endpoint.idempotent) statuses.add(409);
  if (endpoint.limit !== 'none') statuses.add(429);
  for (const status of [500, 503]) statuses.add(status);
  return [...statuses].filter((status) => !(status in endpoint.response)).sort((left, right) => left - right);
}

function securityOf(endpoint: Endpoint): Record<string, string[]>[] {
  if (endpoint.access === 'none') return [];
  if (endpoint.access === 'session') return [{ session: [] }];
  return [{ apiKey: [] }, { session: [] }];
}

function responsesOf(endpoint: Endpoint): ZodOpenApiOperationObject['responses'] {
  const successes = Object.entries(endpoint.response).map(([status, schema]) => [
    status,
    {
      description: WORDS[Number(status)] ?? 'Done',
      content: {
        ...(endpoint.contentType === 'text/event-stream' ? {} : { [endpoint.contentType ?? 'application/json']: { schema } }),
        ...(endpoint.streams && Number(status) < 300 ? EVENT_STREAM : {}),
      },
    },
  ]);
  const refusals = refusalStatuses(endpoint).map((status) => [
    String(status),
    { description: WORDS[status] ?? 'Refused', content: { 'application/json': { schema: errorSchema } } },
  ]);
  return Object.fromEntries([...successes, ...refusals]) as ZodOpenApiOperationObject['responses'];
}

const idempotencyHeader = z.object({
  'Idempotency-Key': z.string().max(255).optional().meta({ description: 'The same key and body give the same answer for 24 hours' }),
});
const walletHeader = z.object({
  'X-Wallet-Address': z.string().optional().meta({ description: 'The wallet that a partner key acts for' }),
});

function headersOf(endpoint: Endpoint): z.ZodObject | undefined {
  const wallet = endpoint.access === 'user' || endpoint.access === 'ownership';
  if (endpoint.idempotent) return wallet ? walletHeader.extend(idempotencyHeader.shape) : idempotencyHeader;
  return wallet ? walletHeader : undefined;
}

function operationOf(endpoint: Endpoint): ZodOpenApiOperationObject {
  const headers = headersOf(endpoint);
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    description: endpoint.description,
    tags: [endpoint.tag],
    security: securityOf(endpoint),
    requestParams: {
      ...(endpoint.params ? { path: endpoint.params as z.ZodObject } : {}),
      ...(endpoint.query ? { query: endpoint.query as z.ZodObject } : {}),
      ...(headers ? { header: headers } : {}),
    },
    ...(endpoint.body
      ? { requestBody: { required: !endpoint.bodyOptional, content: { 'application/json': { schema: endpoint.body } } } }
      : {}),
    responses: responsesOf(endpoint),
    ...(endpoint.extension ? { 'x-extension': true } : {}),
  };
}

/** The contract as an OpenAPI 3.1 document. */
export function createOpenApiDocument(contract: readonly Endpoint[], serverUrl: string): Record<string, unknown> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const endpoint of contract) {
    const path = fullPath(endpoint).replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) };
  }
  const document = createDocument({
    openapi: '3.1.1',
    info: {
      title: 'SelfClaw Agent Runtime API',
      version: '1',
      description:
        'Create agents, talk with them, and see and edit what they remember. Entries with `x-extension` go beyond the original contract.',
    },
    servers: [{ url: serverUrl }],
    paths: paths as ZodOpenApiPathsObject,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key: `Authorization: Bearer mck_…`' },
        session: { type: 'apiKey', in: 'cookie', name: 'session-token', description: 'The cookie that wallet sign-in sets' },
      },
    },
  });
  return document as unknown as Record<string, unknown>;
}
