import type { z } from 'zod';
import { authenticate, type Identity } from '@/lib/auth/authenticate';
import { ownAgent } from '@/lib/auth/ownership';
import { type OwnedAgent, type Principal, principalKey } from '@/lib/auth/principal';
import { renewSession } from '@/lib/auth/session';
import { env } from '@/lib/platform/env';
import { AppError, isRefusal, type Refusal } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { log } from '@/lib/platform/log';
import { metrics } from '@/lib/platform/metrics';
import { takePermit } from '@/lib/platform/rate-limit';
import { clientAddress } from './client-address';
import { corsHeaders } from './cors';
import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from './endpoint';
import { describeIssues, errorResponse, httpStatusOf, toAppError } from './errors';
import { withIdempotency } from './idempotency';
import { readJsonBody } from './json-body';
import { failureBudget, limitBudgets } from './limits';
import { shedLoad } from './load-shedding';

type PrincipalOf<E extends Endpoint> = E['access'] extends 'none'
  ? undefined
  : E['access'] extends 'session'
    ? Extract<Principal, { kind: 'session' }>
    : Principal;

/** What a handler gets: everything checked, nothing raw. */
export type RequestContext<E extends Endpoint> = {
  request: Request;
  requestId: string;
  /** The caller's address, as far as proxies are trusted. */
  address: string;
  principal: PrincipalOf<E>;
  agent: E['access'] extends 'ownership' ? OwnedAgent : undefined;
  params: ParamsOf<E>;
  query: QueryOf<E>;
  body: BodyOf<E>;
};

/** An answer with another status than the endpoint's first, or with headers. */
export type Reply<Body> = { status: number; body: Body; headers?: HeadersInit };

const replyMark = Symbol('reply');

/** Answers with an explicit status and headers. */
export function reply<Body>(status: number, body: Body, headers?: HeadersInit): Reply<Body> {
  return Object.assign({ status, body, headers }, { [replyMark]: true });
}

type Answer<E extends Endpoint> = AnswerOf<E> | Reply<AnswerOf<E>> | Refusal | Response;

/** A plain Web handler that also knows its endpoint. */
export type RouteHandler<E extends Endpoint = Endpoint> = ((
  request: Request,
  route?: { params: Promise<Record<string, string | string[]>> },
) => Promise<Response>) & { endpoint: E };

type Steps = { endpoint: Endpoint; request: Request; requestId: string; address: string };

async function limitRate({ endpoint, address }: Steps, principal: Principal | undefined): Promise<void> {
  if (endpoint.limit === 'none') return;
  const subject = principal && endpoint.limit !== 'nonce' ? principalKey(principal) : `address:${address}`;
  const permit = await takePermit(`${endpoint.limit}:${subject}`, limitBudgets[endpoint.limit]);
  if (permit.allowed) return;
  throw new AppError('RATE_LIMITED', 'Too many requests. Please slow down.', { retryAfterMs: permit.retryAfterMs });
}

function parse<S extends z.ZodType>(schema: S | undefined, value: unknown, onProblem: (message: string, details: unknown) => AppError) {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { message, details } = describeIssues(parsed.error.issues);
  throw onProblem(message, details);
}

async function parseInputs({ endpoint, request }: Steps, rawParams: Record<string, unknown>) {
  const params = parse(endpoint.params, rawParams, () => new AppError('NOT_FOUND', 'Not found'));
  const badRequest = (message: string, details: unknown) => new AppError('BAD_REQUEST', message, { details });
  const search = endpoint.query ? Object.fromEntries(new URL(request.url).searchParams) : {};
  const query = parse(endpoint.query, search, badRequest);
  const body = endpoint.body ? parse(endpoint.body, await readJsonBody(request, endpoint.bodyOptional ?? false), badRequest) : undefined;
  return { params, query, body };
}

async function identify(steps: Steps): Promise<Identity | undefined> {
  if (steps.endpoint.access === 'none') return undefined;
  try {
    return await authenticate(steps.request, steps.endpoint);
  } catch (error) {
    if (error instanceof AppError && error.code === 'UNAUTHENTICATED') {
      const permit = await takePermit(`failure:address:${steps.address}`, failureBudget);
      if (!permit.allowed)
        throw new AppError('RATE_LIMITED', 'Too many failed sign-ins. Please wait.', { retryAfterMs: permit.retryAfterMs });
    }
    throw error;
  }
}

/** Turns a handler's answer into a response; in development and tests the body must fit its schema. */
function present(endpoint: Endpoint, answer: unknown): Response {
  if (isRefusal(answer)) throw answer.error;
  if (answer instanceof Response) return answer;
  const marked = typeof answer === 'object' && answer !== null && replyMark in answer;
  const { status, body, headers } = marked
    ? (answer as unknown as Reply<unknown>)
    : { status: Number(Object.keys(endpoint.response)[0]), body: answer, headers: undefined };
  if (env().NODE_ENV !== 'production') {
    const schema = endpoint.response[status];
    if (!schema) throw new Error(`${endpoint.id} answered ${status}, which its contract does not list`);
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw new Error(`${endpoint.id} drifted from its contract: ${JSON.stringify(parsed.error.issues.slice(0, 5))}`);
  }
  const merged = new Headers(headers);
  merged.set('content-type', 'application/json; charset=utf-8');
  if (!merged.has('cache-control')) merged.set('cache-control', 'no-store');
  return new Response(JSON.stringify(body), { status, headers: merged });
}

function conclude(
  { endpoint, request, requestId }: Steps,
  response: Response,
  startedAtMs: number,
  principal: Principal | undefined,
): Response {
  response.headers.set('x-request-id', requestId);
  for (const [name, value] of corsHeaders(request)) response.headers.append(name, value);
  const durationMs = performance.now() - startedAtMs;
  metrics().requests.observe({ endpoint: endpoint.id, status: response.status }, durationMs / 1_000);
  log().info(
    {
      requestId,
      endpoint: endpoint.id,
      status: response.status,
      durationMs: Math.round(durationMs * 10) / 10,
      principal: principal ? principalKey(principal) : undefined,
    },
    'request',
  );
  return response;
}

/**
 * Makes a route handler of an endpoint. The order never changes:
 * authenticate → rate-limit → parse → authorise → act → present → log.
 *
 * The handler reads nothing from the framework, so it answers the same inside Next.js and when it is dispatched before it.
 */
export function handle<E extends Endpoint>(
  endpoint: E,
  act: (context: RequestContext<E>) => Promise<Answer<E>> | Answer<E>,
): RouteHandler<E> {
  const handler = async (request: Request, route?: { params: Promise<Record<string, string | string[]>> }): Promise<Response> => {
    const startedAtMs = performance.now();
    const steps: Steps = { endpoint, request, requestId: newId(), address: clientAddress(request) };
    let principal: Principal | undefined;
    try {
      shedLoad(endpoint);
      const identity = await identify(steps);
      principal = identity?.principal;
      await limitRate(steps, principal);
      const { params, query, body } = await parseInputs(steps, (await route?.params) ?? {});
      const agent = endpoint.access === 'ownership' && principal ? await ownAgent(principal, (params as { id: bigint }).id) : undefined;
      const context = {
        request,
        requestId: steps.requestId,
        address: steps.address,
        principal,
        agent,
        params,
        query,
        body,
      } as RequestContext<E>;
      const run = async () => present(endpoint, await act(context));
      const response = endpoint.idempotent && principal ? await withIdempotency(request, principal, body, run) : await run();
      if (identity?.renew && principal?.kind === 'session') {
        const cookie = await renewSession(principal.sessionId, principal.ownerId);
        if (cookie) response.headers.append('set-cookie', cookie);
      }
      return conclude(steps, response, startedAtMs, principal);
    } catch (thrown) {
      const error = toAppError(thrown);
      if (httpStatusOf[error.code] >= 500)
        log().error({ error: thrown, requestId: steps.requestId, endpoint: endpoint.id }, 'request failed');
      return conclude(steps, errorResponse(error, steps.requestId), startedAtMs, principal);
    }
  };
  return Object.assign(handler, { endpoint });
}
