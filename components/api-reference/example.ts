import { resolveSchema, type Schema, type Schemas } from './document';

const DEEPEST = 8;
const BY_FORMAT: Record<string, string> = {
  'date-time': '2026-01-15T09:30:00.000Z',
  uuid: '0197c2f4-6c1e-7d3a-9b52-4f0e8a7c6d21',
  uri: 'https://example.com',
};

function exampleText({ format, minLength = 0 }: Schema): string {
  const text = BY_FORMAT[format ?? ''] ?? 'text';
  return text.length >= minLength
    ? text
    : 'Text of an agent. '
        .repeat(Math.ceil(minLength / 18))
        .trimEnd()
        .padEnd(minLength, '.');
}

function exampleNumber({ minimum, exclusiveMinimum, maximum }: Schema): number {
  const least = exclusiveMinimum === undefined ? Math.max(minimum ?? 0, 0) : exclusiveMinimum + 1;
  return maximum === undefined ? least : Math.min(least, maximum);
}

function exampleObject(schema: Schema, schemas: Schemas, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, field]) => [name, exampleOf(field, schemas, depth + 1)] as const),
  );
}

/** A body for an operation that takes one: the document's example, or one made from its schema. */
export function exampleBody(body: { schema: Schema; example?: unknown }, schemas: Schemas): unknown {
  return body.example ?? exampleOf(body.schema, schemas);
}

/** A value that fits a schema: its own example where it has one, or else made from types and limits. */
export function exampleOf(schema: Schema, schemas: Schemas, depth = 0): unknown {
  if (schema.examples && schema.examples.length > 0) return schema.examples[0];
  if (schema.example !== undefined) return schema.example;
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  if (depth > DEEPEST) return null;
  if (schema.$ref) return exampleOf(resolveSchema(schema, schemas), schemas, depth + 1);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return exampleOf(options.find((option) => option.type !== 'null') ?? {}, schemas, depth);
  switch (schema.type) {
    case 'object':
      return exampleObject(schema, schemas, depth);
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => exampleOf(schema.items ?? {}, schemas, depth + 1));
    case 'string':
      return exampleText(schema);
    case 'integer':
    case 'number':
      return exampleNumber(schema);
    case 'boolean':
      return false;
    default:
      return null;
  }
}
