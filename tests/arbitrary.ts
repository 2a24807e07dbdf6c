import fc, { type Arbitrary } from 'fast-check';
import { z } from 'zod';

type JsonSchema = {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  propertyNames?: JsonSchema;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  format?: string;
};

const words = fc.constantFrom('tea', 'Nairobi', 'ação', 'habari', '日本', 'news', 'O’Brien', '100%', '<b>', 'line\nbreak');

/** Text of a length, made of words that have broken software before. */
function text(minimum: number, maximum: number): Arbitrary<string> {
  return fc.array(words, { minLength: 1, maxLength: 8 }).map((parts) => {
    let joined = parts.join(' ');
    while (joined.length < minimum) joined += ` ${joined}`;
    return joined
      .slice(0, Math.max(minimum, Math.min(maximum, 300)))
      .trim()
      .padEnd(minimum, 'x');
  });
}

const formats: Record<string, Arbitrary<string>> = {
  uri: fc.constantFrom('https://example.com/hook', 'https://www.example.org/a?b=c'),
  uuid: fc.uuid(),
  'date-time': fc.date({ min: new Date('2027-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map((date) => date.toISOString()),
};

function fromString(schema: JsonSchema): Arbitrary<string> {
  const known = schema.format ? formats[schema.format] : undefined;
  if (known) return known;
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern)).filter((value) => !value.includes('\u0000'));
  return text(schema.minLength ?? 1, schema.maxLength ?? 200);
}

function fromObject(schema: JsonSchema): Arbitrary<unknown> {
  if (!schema.properties && typeof schema.additionalProperties === 'object') {
    const keys = fc.constantFrom('twitter', 'telegram', 'github');
    return fc.dictionary(keys, fromJsonSchema(schema.additionalProperties), { maxKeys: 3 });
  }
  const entries = Object.entries(schema.properties ?? {}).map(([name, property]) => [name, fromJsonSchema(property)] as const);
  return fc.record(Object.fromEntries(entries), { requiredKeys: schema.required ?? [] });
}

function fromJsonSchema(schema: JsonSchema): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(fromJsonSchema));
  switch (schema.type) {
    case 'string':
      return fromString(schema);
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? (schema.exclusiveMinimum ?? 0) + 1, max: Math.min(schema.maximum ?? 1_000, 2 ** 31 - 1) });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(fromJsonSchema(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, 3),
      });
    case 'object':
      return fromObject(schema);
    default:
      return fc.constantFrom('anything', 1, true);
  }
}

/** Inputs that a schema accepts, as far as JSON Schema can say; what only a refinement knows may still be refused. */
export function inputsOf(schema: z.ZodType): Arbitrary<unknown> {
  return fromJsonSchema(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema);
}

/** The fields of an object schema as JSON Schema, or none for other schemas. */
export function fieldsOf(schema: z.ZodType): Record<string, JsonSchema> {
  return (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema).properties ?? {};
}
