import { z } from 'zod';
import { type Endpoint, fullPath } from './endpoint';
import { refusalStatuses } from './openapi';

type Field = {
  type?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Field[];
  items?: Field;
  properties?: Record<string, Field>;
  required?: string[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  default?: unknown;
  description?: string;
};

const CALLERS: Record<Endpoint['access'], string> = {
  none: 'anybody',
  session: 'a signed-in browser',
  user: 'a session or an API key',
  ownership: "a session or an API key of the agent's owner, or of a partner that may use it",
};

const callerOf = (endpoint: Endpoint) => CALLERS[endpoint.sessionOnly ? 'session' : endpoint.access];

function describeType(field: Field): string {
  if (field.const !== undefined) return `\`${JSON.stringify(field.const)}\``;
  if (field.enum) return field.enum.map((value) => `\`${String(value)}\``).join(' · ');
  if (field.anyOf) return field.anyOf.map(describeType).join(' or ');
  if (field.type === 'array') return `list of ${describeType(field.items ?? {})}`;
  return field.format ?? field.type ?? 'any';
}

function describeBounds(field: Field): string {
  const inner = field.anyOf?.find((option) => option.type !== 'null') ?? field;
  const words = [
    inner.minLength ? `at least ${inner.minLength} characters` : '',
    inner.maxLength ? `at most ${inner.maxLength} characters` : '',
    inner.maxItems ? `at most ${inner.maxItems} items` : '',
    field.default === undefined ? '' : `default \`${JSON.stringify(field.default)}\``,
  ];
  return words.filter(Boolean).join(', ');
}

function fieldTable(title: string, schema: z.ZodType | undefined): string[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Field;
  const rows = Object.entries(properties).map(([name, field]) => {
    const cells = [
      `\`${name}\``,
      describeType(field).replaceAll('|', '\\|'),
      required.includes(name) ? 'yes' : '',
      describeBounds(field),
      (field.description ?? '').replaceAll('|', '\\|'),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return rows.length === 0 ? [] : ['', `| ${title} | type | required | limits | about |`, '|---|---|---|---|---|', ...rows];
}

function describeEndpoint(endpoint: Endpoint): string[] {
  const notes = [
    `Caller: ${callerOf(endpoint)}.`,
    endpoint.access === 'none' ? '' : `Scope: \`${endpoint.scope}\`.`,
    endpoint.bodyType ? 'The body is a form, `multipart/form-data`.' : '',
    endpoint.idempotent ? 'Honours `Idempotency-Key`.' : '',
    endpoint.streams ? 'Streams server-sent events.' : '',
    endpoint.extension ? '*Extension.*' : '',
  ].filter(Boolean);
  return [
    `### ${endpoint.method} ${fullPath(endpoint)}`,
    '',
    [endpoint.summary, endpoint.description ?? ''].filter(Boolean).join(' '),
    '',
    notes.join(' '),
    ...fieldTable('query', endpoint.query),
    ...fieldTable('body', endpoint.body),
    '',
    `Answers: ${Object.keys(endpoint.response).join(', ')}. Refuses with: ${refusalStatuses(endpoint).join(', ')}.`,
    '',
  ];
}

/** The contract as a Markdown page. */
export function createApiReference(contract: readonly Endpoint[]): string {
  const tags = [...new Set(contract.map((endpoint) => endpoint.tag))];
  const lines = [
    '# API reference',
    '',
    'Written from `lib/contract.ts` by `npm run docs:api`; a test holds it to that. The same as OpenAPI 3.1: `GET /api/openapi.json`.',
    '',
    'Every refusal is `{ "error": "a sentence", "code": "STABLE_CODE" }`, with `details` or `retryAfterMs` where they help.',
    '',
    ...tags.flatMap((tag) => [`## ${tag}`, '', ...contract.filter((endpoint) => endpoint.tag === tag).flatMap(describeEndpoint)]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
