import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call: `none` anybody · `session` a signed-in browser · `user` a session or key ·
 * `ownership` a session or key, of the owner of the agent `:id` (or of a partner that was granted it).
 */
export type Access = 'none' | 'session' | 'user' | 'ownership';

/** What an API key must be allowed to do. */
export type Scope = 'read' | 'chat' | 'write' | 'approve' | 'chain';

/** Which budget a call is counted against; the figures stand in `limits.ts`. */
export type Limit = 'read' | 'write' | 'chat' | 'nonce' | 'none';

type Schema = z.ZodType;

/** One endpoint of the contract: data from which validation, types, manifest, OpenAPI, client and tests derive. */
export type Endpoint = {
  /** Stable name, `capability.verb`. */
  id: string;
  method: Method;
  /** Path with `:name` parameters. Relative to `/api/selfclaw` unless it starts with `/api/`. */
  path: string;
  access: Access;
  scope: Scope;
  limit: Limit;
  summary: string;
  /** Longer text for the reference. */
  description?: string;
  tag: string;
  /** Beyond the documented contract of the original service. */
  extension?: boolean;
  params?: Schema;
  query?: Schema;
  body?: Schema;
  /** Whether a request without a body is as good as `{}`. */
  bodyOptional?: boolean;
  /** How the body is sent; JSON unless it says otherwise. */
  bodyType?: 'multipart';
  /** The largest body that is read, in bytes, where the usual limit is not enough. */
  bodyLimitBytes?: number;
  /** Schemas of the successful answers by status; the first is the default status. */
  response: Record<number, Schema>;
  /** Statuses of refusals beyond those that follow from `access`, `limit` and inputs. */
  errors: readonly number[];
  /** Honours `Idempotency-Key`. */
  idempotent?: boolean;
  /** May answer `text/event-stream`. */
  streams?: boolean;
  /** Answers with another content type than JSON. */
  contentType?: string;
  /** Takes something away or ends it: a page that can call it asks first. Every DELETE counts as such. */
  destructive?: boolean;
  /** Refuses API keys, although they may do other things with the same agent. */
  sessionOnly?: boolean;
};

type EndpointInput = Omit<Endpoint, 'errors'> & { errors?: readonly number[] };

/** Declares an endpoint and keeps its exact types. */
export function endpoint<const Definition extends EndpointInput>(definition: Definition): Definition & { errors: readonly number[] } {
  return { errors: [], ...definition };
}

const RUNTIME_BASE = '/api/selfclaw';

/** The endpoint's path from the root, with `:name` parameters. */
export function fullPath(definition: Pick<Endpoint, 'path'>): string {
  return definition.path.startsWith('/api/') ? definition.path : RUNTIME_BASE + definition.path;
}

/** The names of a path's parameters, in order. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
}

type Inferred<S> = S extends Schema ? z.output<S> : undefined;
type Accepted<S> = S extends Schema ? z.input<S> : undefined;

/** What the handler gets as parsed path parameters, query and body. */
export type ParamsOf<E extends Endpoint> = Inferred<E['params']>;
export type QueryOf<E extends Endpoint> = Inferred<E['query']>;
export type BodyOf<E extends Endpoint> = Inferred<E['body']>;

/** What a caller sends. */
export type ParamsInput<E extends Endpoint> = Accepted<E['params']>;
export type QueryInput<E extends Endpoint> = Accepted<E['query']>;
export type BodyInput<E extends Endpoint> = Accepted<E['body']>;

/** The body of any successful answer, as the server writes it. */
export type AnswerOf<E extends Endpoint> = z.input<E['response'][keyof E['response']] & Schema>;

/** The body of a successful answer, as the client reads it. */
export type ReadAnswerOf<E extends Endpoint> = z.output<E['response'][keyof E['response']] & Schema>;
