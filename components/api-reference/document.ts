/** A JSON schema as the OpenAPI document writes it. */
export type Schema = {
  $ref?: string;
  type?: string;
  format?: string;
  pattern?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  examples?: unknown[];
  example?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
};

export type Schemas = Record<string, Schema>;

export type Parameter = { in: 'path' | 'query' | 'header'; name: string; required?: boolean; description?: string; schema: Schema };

type Content = Record<string, { schema?: Schema; example?: unknown }>;

export type ResponseHeader = { description?: string; schema?: Schema };

export type ResponseDescription = {
  description: string;
  headers?: Record<string, ResponseHeader>;
  content?: Content;
};

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One operation of the document, with its address. */
export type Operation = {
  id: string;
  method: Method;
  path: string;
  tag: string;
  summary: string;
  description?: string;
  parameters: Parameter[];
  body?: { required: boolean; schema: Schema; example?: unknown };
  /** A body that is sent as a form, with a file among its fields. */
  form?: { schema: Schema; example?: unknown };
  responses: { status: number; response: ResponseDescription }[];
  /** Who may call: nobody has to say who they are, a session alone, or a session and keys. */
  callers: 'anybody' | 'session' | 'keys';
  /** What a key must be allowed to do. */
  scope?: string;
  streams: 'never' | 'onRequest' | 'always';
  idempotent: boolean;
  destructive: boolean;
  extension: boolean;
  rateLimit?: { permits: number; windowMs: number };
};

export type Group = { name: string; anchor: string; description?: string; operations: Operation[] };

export type Reference = { groups: Group[]; schemas: Schemas };

type RawOperation = {
  operationId: string;
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, ResponseDescription>;
  security?: Record<string, string[]>[];
  'x-idempotent'?: boolean;
  'x-destructive'?: boolean;
  'x-extension'?: boolean;
  'x-rate-limit'?: { permits: number; windowMs: number };
};

type RawDocument = {
  paths: Record<string, Record<string, RawOperation>>;
  tags?: { name: string; description?: string }[];
  components?: { schemas?: Schemas };
};

const EVENT_STREAM = 'text/event-stream';

function callersOf(security: RawOperation['security'] = []): Operation['callers'] {
  if (security.length === 0) return 'anybody';
  return security.some((way) => 'apiKey' in way) ? 'keys' : 'session';
}

function streamsOf(responses: RawOperation['responses']): Operation['streams'] {
  const successes = Object.entries(responses).filter(([status]) => Number(status) < 300);
  const streaming = successes.filter(([, { content = {} }]) => EVENT_STREAM in content);
  if (streaming.length === 0) return 'never';
  return streaming.length === successes.length ? 'always' : 'onRequest';
}

function readOperation(path: string, method: string, raw: RawOperation): Operation {
  const body = raw.requestBody?.content['application/json'];
  const form = raw.requestBody?.content['multipart/form-data'];
  return {
    id: raw.operationId,
    method: method.toUpperCase() as Method,
    path,
    tag: raw.tags?.[0] ?? '',
    summary: (raw.summary ?? raw.operationId).replace(/\.$/, ''),
    description: raw.description,
    parameters: raw.parameters ?? [],
    body: body && { required: raw.requestBody?.required ?? false, schema: body.schema ?? {}, example: body.example },
    form: form && { schema: form.schema ?? {}, example: form.example },
    responses: Object.entries(raw.responses).map(([status, response]) => ({ status: Number(status), response })),
    callers: callersOf(raw.security),
    scope: raw.security?.find((way) => way.apiKey)?.apiKey?.[0],
    streams: streamsOf(raw.responses),
    idempotent: raw['x-idempotent'] ?? false,
    destructive: raw['x-destructive'] ?? false,
    extension: raw['x-extension'] ?? false,
    rateLimit: raw['x-rate-limit'],
  };
}

/** The anchor of a group or schema. Operations have their id. */
export function anchorOf(kind: 'group' | 'schema', name: string): string {
  return `${kind}-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

/** What the page shows of an OpenAPI document: its operations by group, in the document's order, and the schemas they share. */
export function readReference(document: Record<string, unknown>): Reference {
  const { paths, tags = [], components } = document as RawDocument;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => readOperation(path, method, raw)),
  );
  const names = [...new Set([...tags.map(({ name }) => name), ...operations.map(({ tag }) => tag)])];
  const groups = names.map((name) => ({
    name,
    anchor: anchorOf('group', name),
    description: tags.find((tag) => tag.name === name)?.description,
    operations: operations.filter(({ tag }) => tag === name),
  }));
  return { groups, schemas: components?.schemas ?? {} };
}

/** The schema that a reference names, or the schema itself. */
export function resolveSchema(schema: Schema, schemas: Schemas): Schema {
  const name = referenceOf(schema);
  return name === undefined ? schema : (schemas[name] ?? {});
}

/** The name of the shared schema that is meant, if one is. */
export function referenceOf(schema: Schema): string | undefined {
  return schema.$ref?.split('/').at(-1);
}
