import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { type Endpoint, fullPath } from './endpoint';
import { errorBody } from './errors';
import { limitBudgets } from './limits';
import { requestHeaders, responseHeaders } from './openapi-headers';
import { describeTag } from './openapi-tags';

const errorSchema = errorBody.meta({ id: 'Error' });
const EVENT_STREAM = {
  'text/event-stream': {
    schema: z.string().meta({ description: 'Server-sent events; each data line is one JSON object' }),
    example: [
      'data: {"keepalive":true,"messageId":"0197c2f4-6c1e-7d3a-9b52-4f0e8a7c6d21","conversationId":2001}',
      'id: 17\ndata: {"content":"You are allergic "}',
      'id: 28\ndata: {"content":"to peanuts."}',
      'data: {"done":true,"conversationId":2001,"suggestedChips":[],"messageId":"0197c2f4-6c1e-7d3a-9b52-4f0e8a7c6d21"}\n',
    ].join('\n\n'),
  },
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
  415: 'The body is of another type than asked for',
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
  if (endpoint.access === 'session' || endpoint.sessionOnly) return [{ session: [] }];
  // OpenAPI 3.1 lets a bearer scheme name what the token must be allowed to do.
  return [{ apiKey: [endpoint.scope] }, { session: [] }];
}

/** Statuses of successful answers: those of the contract, and 200 for a stream that may come in their place. */
export function successStatuses(endpoint: Endpoint): number[] {
  const statuses = Object.keys(endpoint.response).map(Number);
  return endpoint.streams && !statuses.includes(200) ? [200, ...statuses] : statuses;
}

function responsesOf(endpoint: Endpoint): ZodOpenApiOperationObject['responses'] {
  const successes = successStatuses(endpoint).map((status) => [
    String(status),
    {
      description: WORDS[status] ?? 'Done',
      headers: responseHeaders(endpoint, status),
      content:
        endpoint.streams && status === 200
          ? EVENT_STREAM
          : { [endpoint.contentType ?? 'application/json']: { schema: endpoint.response[status] } },
    },
  ]);
  const refusals = refusalStatuses(endpoint).map((status) => [
    String(status),
    {
      description: WORDS[status] ?? 'Refused',
      headers: responseHeaders(endpoint, status),
      content: { 'application/json': { schema: errorSchema } },
    },
  ]);
  return Object.fromEntries([...successes, ...refusals]) as ZodOpenApiOperationObject['responses'];
}

/** The first example of a body, which the document's schema loses when something in it is transformed. */
function exampleBody(body: z.ZodType): unknown {
  return (body.meta()?.examples as unknown[] | undefined)?.[0];
}

function operationOf(endpoint: Endpoint): ZodOpenApiOperationObject {
  const headers = requestHeaders(endpoint);
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
      ? {
          requestBody: {
            required: !endpoint.bodyOptional,
            content: {
              [endpoint.bodyType ? 'multipart/form-data' : 'application/json']: {
                schema: endpoint.body,
                example: exampleBody(endpoint.body),
              },
            },
          },
        }
      : {}),
    responses: responsesOf(endpoint),
    ...(endpoint.extension ? { 'x-extension': true } : {}),
    ...(endpoint.idempotent ? { 'x-idempotent': true } : {}),
    ...(endpoint.destructive || endpoint.method === 'DELETE' ? { 'x-destructive': true } : {}),
    ...(endpoint.limit === 'none' ? {} : { 'x-rate-limit': { bucket: endpoint.limit, ...limitBudgets[endpoint.limit] } }),
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
    tags: [...new Set(contract.map(({ tag }) => tag))].map((name) => ({ name, description: describeTag(name) })),
    paths: paths as ZodOpenApiPathsObject,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key: `Authorization: Bearer mck_…`' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'session-token',
          description: 'The cookie that wallet sign-in sets; its whole name begins with that of the install',
        },
      },
    },
  });
  return document as unknown as Record<string, unknown>;
}
