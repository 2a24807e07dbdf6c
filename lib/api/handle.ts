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
import { clientAddress, networkOf } from './client-address';
import { corsHeaders } from './cors';
import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from './endpoint';
import { describeIssues, errorAnswer, httpStatusOf, toAppError } from './errors';
import { type MarkDone, withIdempotency } from './idempotency';
import { readFormBody } from './form-body';
import { readJsonBody } from './json-body';
import { BODY_LIMIT_BYTES, failureBudget, limitBudgets } from './limits';
import { shedLoad } from './load-shedding';
import { isWireAnswer, ofResponse, toResponse, type WireAnswer } from './wire-answer';

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
  /** For creations: called inside their transaction. Does nothing without an `Idempotency-Key`. */
  markDone: MarkDone;
};

/** An answer with another status than the endpoint's first, or with headers. */
export type Reply<Body> = { status: number; body: Body; headers?: HeadersInit };

const replyMark = Symbol('reply');

/** Answers with an explicit status and headers. */
export function reply<Body>(status: number, body: Body, headers?: HeadersInit): Reply<Body> {
  return Object.assign({ status, body, headers }, { [replyMark]: true });
}

type Answer<E extends Endpoint> = AnswerOf<E> | Reply<AnswerOf<E>> | Refusal | Response | WireAnswer;

type RouteParams = Record<string, string | string[]>;

/** A plain Web handler that also knows its endpoint. `answer` is the same before it becomes a Web response. */
export type RouteHandler<E extends Endpoint = Endpoint> = ((
  request: Request,
  route?: { params: Promise<RouteParams> },
) => Promise<Response>) & { endpoint: E; answer: (request: Request, params: RouteParams) => Promise<WireAnswer> };

type Steps = { endpoint: Endpoint; request: Request; requestId: string; address: string };

async function limitRate({ endpoint, address }: Steps, principal: Principal | undefined): Promise<void> {
  if (endpoint.limit === 'none') return;
  const subject = principal && endpoint.limit !== 'nonce' ? principalKey(principal) : `address:${networkOf(address)}`;
  const permit = await takePermit(`${endpoint.limit}:${subject}`, limitBudgets[endpoint.limit]);
  if (permit.allowed) return;
  throw new AppError('RATE_LIMITED', 'Too many requests. Please slow down.', { retryAfterMs: permit.retryAfterMs });
}

function parse(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { message, details } = describeIssues(parsed.error.issues);
  throw new AppError('BAD_REQUEST', message, { details });
}

type ParsedParams = ReturnType<z.ZodType['safeParse']> | undefined;

function readBody({ endpoint, request }: Steps): Promise<unknown> {
  const limitBytes = endpoint.bodyLimitBytes ?? BODY_LIMIT_BYTES;
  if (endpoint.bodyType === 'multipart') return readFormBody(request, limitBytes);
  return readJsonBody(request, endpoint.bodyOptional ?? false, limitBytes);
}

async function parseInputs(steps: Steps, params: ParsedParams) {
  const { endpoint, request } = steps;
  if (params?.success === false) throw new AppError('NOT_FOUND', 'Not found');
  const query = parse(endpoint.query, endpoint.query && Object.fromEntries(new URL(request.url).searchParams));
  const body = endpoint.body ? parse(endpoint.body, await readBody(steps)) : undefined;
  return { params: params?.data, query, body };
}

/** The agent that a path names, if it names one; whether the caller may use it is not known yet. */
function agentIdIn({ endpoint }: Steps, params: ParsedParams): bigint | undefined {
  return endpoint.access === 'ownership' && params?.success ? (params.data as { id: bigint }).id : undefined;
}

async function identify(steps: Steps, agentId: bigint | undefined): Promise<Identity | undefined> {
  if (steps.endpoint.access === 'none') return undefined;
  try {
    return await authenticate(steps.request, steps.endpoint, agentId);
  } catch (error) {
    if (error instanceof AppError && error.code === 'UNAUTHENTICATED') {
      const permit = await takePermit(`failure:address:${networkOf(steps.address)}`, failureBudget);
      if (!permit.allowed)
        throw new AppError('RATE_LIMITED', 'Too many failed sign-ins. Please wait.', { retryAfterMs: permit.retryAfterMs });
    }
    throw error;
  }
}

/** Turns what a handler gave into an answer; in development and tests the body must fit its schema. */
function present(endpoint: Endpoint, answer: unknown): WireAnswer {
  if (isRefusal(answer)) throw answer.error;
  if (isWireAnswer(answer)) return answer;
  if (answer instanceof Response) return ofResponse(answer);
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
  return { status, headers: merged, body: body === undefined ? null : JSON.stringify(body) };
}

function conclude(
  { endpoint, request, requestId }: Steps,
  answer: WireAnswer,
  startedAtMs: number,
  principal: Principal | undefined,
): WireAnswer {
  answer.headers.set('x-request-id', requestId);
  for (const [name, value] of corsHeaders(request)) answer.headers.append(name, value);
  const durationMs = performance.now() - startedAtMs;
  metrics().requests.observe({ endpoint: endpoint.id, status: answer.status }, durationMs / 1_000);
  log().info(
    {
      requestId,
      endpoint: endpoint.id,
      status: answer.status,
      durationMs: Math.round(durationMs * 10) / 10,
      principal: principal ? principalKey(principal) : undefined,
    },
    'request',
  );
  return answer;
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
  const answer = async (request: Request, routeParams: RouteParams): Promise<WireAnswer> => {
    const startedAtMs = performance.now();
    const steps: Steps = { endpoint, request, requestId: newId(), address: clientAddress(request) };
    let principal: Principal | undefined;
    try {
      shedLoad(endpoint);
      const parsedParams: ParsedParams = endpoint.params?.safeParse(routeParams);
      const identity = await identify(steps, agentIdIn(steps, parsedParams));
      principal = identity?.principal;
      await limitRate(steps, principal);
      const { params, query, body } = await parseInputs(steps, parsedParams);
      const agent =
        endpoint.access === 'ownership' && principal
          ? await ownAgent(principal, (params as { id: bigint }).id, identity?.agent)
          : undefined;
      const context = {
        request,
        requestId: steps.requestId,
        address: steps.address,
        principal,
        agent,
        params,
        query,
        body,
      } as Omit<RequestContext<E>, 'markDone'>;
      const run = async (markDone: MarkDone) => present(endpoint, await act({ ...context, markDone } as RequestContext<E>));
      const done =
        endpoint.idempotent && principal && request.headers.has('idempotency-key')
          ? ofResponse(await withIdempotency(request, principal, body, async (markDone) => toResponse(await run(markDone))))
          : await run(async () => {});
      if (identity?.renew && principal?.kind === 'session') {
        // What was asked is done by now: a renewal that fails is left to the next request.
        const cookie = await renewSession(principal.sessionId, principal.ownerId).catch(() => undefined);
        if (cookie) done.headers.append('set-cookie', cookie);
      }
      return conclude(steps, done, startedAtMs, principal);
    } catch (thrown) {
      const error = toAppError(thrown);
      if (httpStatusOf[error.code] >= 500)
        log().error({ error: thrown, requestId: steps.requestId, endpoint: endpoint.id }, 'request failed');
      return conclude(steps, errorAnswer(error, steps.requestId), startedAtMs, principal);
    }
  };
  const handler = async (request: Request, route?: { params: Promise<RouteParams> }) =>
    toResponse(await answer(request, (await route?.params) ?? {}));
  return Object.assign(handler, { endpoint, answer });
}
