import { ApiError, errorOf } from './api-error';
import type { BodyInput, Endpoint, ParamsInput, QueryInput, ReadAnswerOf } from './endpoint';
import { type EventStreamOptions, followEvents } from './event-stream';
import { pause } from './pause';

declare const endpointMark: unique symbol;

/**
 * What a caller needs of an endpoint at run time: method and path. Its type knows the rest, so that a browser
 * calls the contract without loading its schemas.
 */
export type Route<E extends Endpoint = Endpoint> = {
  readonly method: E['method'];
  readonly path: E['path'];
  readonly [endpointMark]?: E;
};

/** The route of an endpoint of the contract; another method or path than the contract's does not compile. */
export function route<E extends Endpoint>(method: E['method'], path: E['path']): Route<E> {
  return { method, path };
}

type Loose<Value> = Value extends string ? (string extends Value ? string | number | bigint : Value) : Value;
type LooseFields<Fields> = { [Key in keyof Fields]: Loose<Fields[Key]> };
type NoInput = Record<never, never>;
type IfGiven<Input, Field> = [Input] extends [undefined] ? NoInput : Field;

/** Parameters, query and body of a call. Ids may be numbers, bigints or strings. */
export type CallInput<E extends Endpoint> = IfGiven<ParamsInput<E>, { params: LooseFields<NonNullable<ParamsInput<E>>> }> &
  IfGiven<
    QueryInput<E>,
    NoInput extends QueryInput<E> ? { query?: LooseFields<NonNullable<QueryInput<E>>> } : { query: LooseFields<NonNullable<QueryInput<E>>> }
  > &
  IfGiven<BodyInput<E>, E['bodyOptional'] extends true ? { body?: BodyOf<E> } : { body: BodyOf<E> }>;

/** A form is sent as it is. */
type BodyOf<E extends Endpoint> = E['bodyType'] extends 'multipart' ? FormData : BodyInput<E>;

export type CallOptions = { signal?: AbortSignal; headers?: Record<string, string>; idempotencyKey?: string };

/** The second argument of a call; may be left out when nothing in it is required. */
export type CallArguments<E extends Endpoint, Extra = CallOptions> =
  NoInput extends CallInput<E> ? [input?: CallInput<E> & Extra] : [input: CallInput<E> & Extra];

type RawInput = CallOptions & { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };

export type ClientOptions = {
  /** Origin of the server; empty for the page's own. */
  baseUrl?: string;
  /** Sent with each call, such as `Authorization: Bearer mck_…`. */
  headers?: Record<string, string>;
  fetch?: typeof globalThis.fetch;
};

export type Client = ReturnType<typeof createClient>;

const READ_ATTEMPTS = 3;
const LONGEST_WAIT_MS = 5_000;

/** The address of a call, from the root. */
export function addressOf(target: Pick<Endpoint, 'path'>, input: Pick<RawInput, 'params' | 'query'> = {}): string {
  const path = target.path.startsWith('/api/') ? target.path : `/api/selfclaw${target.path}`;
  const filled = path.replace(/:(\w+)/g, (_whole, name: string) => {
    const value = input.params?.[name];
    if (value === undefined || value === null || value === '') throw new TypeError(`${target.path} needs the parameter ${name}`);
    return encodeURIComponent(String(value));
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined && value !== null) search.set(name, String(value));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!response.ok) return undefined;
    throw new ApiError(
      { status: response.status, code: 'BAD_ANSWER', message: 'The server sent an answer that cannot be read.' },
      { cause },
    );
  }
}

/** A client of the contract, for browsers and Node alike. */
export function createClient({ baseUrl = '', headers: ownHeaders = {}, fetch = globalThis.fetch }: ClientOptions = {}) {
  async function send(target: Pick<Endpoint, 'method' | 'path'>, input: RawInput, accept: string): Promise<Response> {
    const headers: Record<string, string> = { ...ownHeaders, accept, ...input.headers };
    const isForm = input.body instanceof FormData;
    if (input.body !== undefined && !isForm) headers['content-type'] = 'application/json';
    if (input.idempotencyKey) headers['idempotency-key'] = input.idempotencyKey;
    try {
      return await fetch(baseUrl + addressOf(target, input), {
        method: target.method,
        headers,
        body: input.body === undefined || isForm ? (input.body as FormData | undefined) : JSON.stringify(input.body),
        signal: input.signal,
        credentials: 'same-origin',
        cache: 'no-store',
      });
    } catch (cause) {
      input.signal?.throwIfAborted();
      throw new ApiError({ status: 0, code: 'NETWORK', message: 'The server cannot be reached.' }, { cause });
    }
  }

  async function attempt(target: Pick<Endpoint, 'method' | 'path'>, input: RawInput): Promise<unknown> {
    const response = await send(target, input, 'application/json');
    const body = await readJson(response);
    if (response.ok) return body;
    throw errorOf(response.status, body, response.headers);
  }

  /**
   * Calls an endpoint and gives its body. A read that the server asks to repeat (503 with a time) is repeated twice.
   *
   * @throws ApiError when the call is refused or fails; the signal's reason when it is aborted
   */
  async function call<E extends Endpoint>(target: E | Route<E>, ...[input]: CallArguments<E>): Promise<ReadAnswerOf<E>> {
    const raw: RawInput = input ?? {};
    for (let attempts = 1; ; attempts += 1) {
      try {
        return (await attempt(target, raw)) as ReadAnswerOf<E>;
      } catch (error) {
        const repeatable = error instanceof ApiError && error.status === 503 && error.retryAfterMs !== undefined;
        if (!repeatable || target.method !== 'GET' || attempts >= READ_ATTEMPTS) throw error;
        await pause(Math.min(error.retryAfterMs ?? 0, LONGEST_WAIT_MS), raw.signal);
      }
    }
  }

  /** Follows the events of an endpoint that streams; see {@link followEvents}. */
  async function stream<E extends Endpoint, Event>(
    target: E | Route<E>,
    input: CallInput<E> & EventStreamOptions<Event> & Pick<CallOptions, 'headers'>,
  ): Promise<void> {
    const raw: RawInput & EventStreamOptions<Event> = input;
    await followEvents<Event>(async (lastEventId, signal) => {
      const headers = { ...raw.headers, ...(lastEventId ? { 'last-event-id': lastEventId } : {}) };
      const response = await send(target, { ...raw, headers, signal }, 'text/event-stream');
      if (response.ok) return response;
      throw errorOf(response.status, await readJson(response), response.headers);
    }, raw);
  }

  return { call, stream };
}
