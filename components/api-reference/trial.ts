import type { Operation, Parameter, Schema, Schemas } from './document';
import { exampleBody, exampleOf } from './example';

export type TrialField = {
  name: string;
  in: Parameter['in'];
  required: boolean;
  kind: 'text' | 'number' | 'boolean' | 'choice';
  choices: string[];
  /** Shown in the empty field. */
  example: string;
  fallback?: string;
  description?: string;
};

/** What the panel that tries an operation needs to know of it. */
export type Trial = Pick<Operation, 'id' | 'method' | 'path' | 'summary' | 'callers' | 'streams' | 'destructive'> & {
  fields: TrialField[];
  body?: { required: boolean; example: string };
};

/** Who a call is made as. */
export type Caller = { kind: 'key'; key: string } | { kind: 'session' } | { kind: 'nobody' };

export type TrialInput = { values: Record<string, string>; body: string; stream: boolean; caller: Caller };

function kindOf(schema: Schema): TrialField['kind'] {
  if (schema.enum) return 'choice';
  if (schema.type === 'boolean') return 'boolean';
  return schema.type === 'integer' || schema.type === 'number' ? 'number' : 'text';
}

function fieldOf(parameter: Parameter, schemas: Schemas): TrialField {
  const { schema } = parameter;
  return {
    name: parameter.name,
    in: parameter.in,
    required: parameter.required ?? false,
    kind: kindOf(schema),
    choices: (schema.enum ?? []).map(String),
    example: String(exampleOf(schema, schemas) ?? ''),
    fallback: schema.default === undefined ? undefined : String(schema.default),
    description: parameter.description,
  };
}

/** The part of an operation that is sent to the browser. */
export function describeForTrial(operation: Operation, schemas: Schemas): Trial {
  const { id, method, path, summary, callers, streams, destructive, body, parameters } = operation;
  return {
    id,
    method,
    path,
    summary,
    callers,
    streams,
    destructive,
    fields: parameters.map((parameter) => fieldOf(parameter, schemas)),
    body: body && { required: body.required, example: JSON.stringify(exampleBody(body, schemas), null, 2) },
  };
}

/** What keeps a call from being sent: names of required fields that are empty, and why the body is not JSON. */
export function findTrialProblems(
  trial: Trial,
  { values, body }: Pick<TrialInput, 'values' | 'body'>,
): { missing: string[]; badBody?: string } {
  const missing = trial.fields.filter(({ name, required }) => required && !values[name]?.trim()).map(({ name }) => name);
  if (!trial.body || (!trial.body.required && body.trim() === '')) return { missing };
  try {
    JSON.parse(body);
    return { missing };
  } catch (error) {
    return { missing, badBody: error instanceof Error ? error.message : String(error) };
  }
}

/** The call as `fetch` takes it: an address on this origin and its options. A key travels in a header alone. */
export function prepareTrial(trial: Trial, { values, body, stream, caller }: TrialInput): { address: string; options: RequestInit } {
  const given = trial.fields.flatMap((field) => {
    const value = values[field.name]?.trim();
    return value ? [{ ...field, value }] : [];
  });
  const valueOf = (name: string) => given.find((field) => field.in === 'path' && field.name === name)?.value ?? '';
  const path = trial.path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(valueOf(name)));
  const query = new URLSearchParams(given.filter((field) => field.in === 'query').map(({ name, value }) => [name, value]));
  const headers: Record<string, string> = { Accept: stream ? 'text/event-stream' : 'application/json' };
  for (const { name, value } of given.filter((field) => field.in === 'header')) headers[name] = value;
  if (caller.kind === 'key') headers.Authorization = `Bearer ${caller.key.trim()}`;
  const sendsBody = trial.body !== undefined && body.trim() !== '';
  if (sendsBody) headers['Content-Type'] = 'application/json';
  return {
    address: query.size > 0 ? `${path}?${query}` : path,
    options: {
      method: trial.method,
      headers,
      body: sendsBody ? body : undefined,
      // A call with a key must not also carry the session of the browser.
      credentials: caller.kind === 'session' ? 'same-origin' : 'omit',
      cache: 'no-store',
    },
  };
}
