import { referenceOf, type Schema } from './document';

export type LimitKind = 'minLength' | 'maxLength' | 'minItems' | 'maxItems' | 'minimum' | 'maximum' | 'above';

export type SchemaLimit = { kind: LimitKind; value: number };

/** One field of a schema, ready to be shown. */
export type SchemaRow = {
  name: string;
  /** In the words of JSON schema, such as `string`, `integer | null` or `Agent[]`. */
  type: string;
  /** The shared schema whose fields these are; they are shown there. */
  reference?: string;
  required: boolean;
  description?: string;
  choices: string[];
  fallback?: string;
  limits: SchemaLimit[];
  pattern?: string;
  children: SchemaRow[];
  /** Shapes of which one applies. */
  variants: SchemaRow[][];
};

const LONGEST_PATTERN = 60;
const LIMITS = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum'] as const;

const isNull = (schema: Schema) => schema.type === 'null';
const alternatives = (schema: Schema) => schema.anyOf ?? schema.oneOf;

/** The schema without the possibility of null, and whether there was one. */
function withoutNull(schema: Schema): { inner: Schema; nullable: boolean } {
  const options = alternatives(schema);
  if (!options?.some(isNull)) return { inner: schema, nullable: false };
  const rest = options.filter((option) => !isNull(option));
  const [only] = rest;
  return { inner: rest.length === 1 && only ? only : { ...schema, anyOf: rest, oneOf: undefined }, nullable: true };
}

/** The type of a schema in the words of JSON schema. */
export function typeOf(schema: Schema): string {
  const { inner, nullable } = withoutNull(schema);
  if (nullable) return `${typeOf(inner)} | null`;
  const reference = referenceOf(schema);
  if (reference) return reference;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const options = alternatives(schema);
  if (options) return [...new Set(options.map(typeOf))].join(' | ');
  if (schema.type === 'array') {
    const item = typeOf(schema.items ?? {});
    return item.includes(' ') ? `(${item})[]` : `${item}[]`;
  }
  if (schema.type === undefined) return 'any';
  return schema.format ? `${schema.type} (${schema.format})` : schema.type;
}

function limitsOf(schema: Schema): SchemaLimit[] {
  const limits = LIMITS.flatMap((kind): SchemaLimit[] => {
    const value = schema[kind];
    const saysNothing = value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER || (kind === 'minLength' && value === 0);
    return saysNothing ? [] : [{ kind, value }];
  });
  return schema.exclusiveMinimum === undefined ? limits : [{ kind: 'above', value: schema.exclusiveMinimum }, ...limits];
}

function patternOf({ pattern, format }: Schema): string | undefined {
  return pattern !== undefined && format === undefined && pattern.length <= LONGEST_PATTERN ? pattern : undefined;
}

const choicesOf = (schema: Schema) => (schema.enum ?? schema.items?.enum ?? []).map(String);

function rowOf(name: string, schema: Schema, required: boolean): SchemaRow {
  const { inner } = withoutNull(schema);
  const item = inner.type === 'array' ? withoutNull(inner.items ?? {}).inner : inner;
  const options = alternatives(item);
  return {
    name,
    type: typeOf(schema),
    reference: referenceOf(item),
    required,
    description: schema.description ?? inner.description,
    choices: choicesOf(inner),
    fallback: schema.default === undefined ? undefined : JSON.stringify(schema.default),
    limits: limitsOf(inner),
    pattern: patternOf(inner),
    children: schemaRows(item),
    variants: options ? options.filter((option) => option.properties).map((option) => schemaRows(option)) : [],
  };
}

/** The fields of a schema in its order; none for anything but objects. A field of any name is called `*`. */
export function schemaRows(schema: Schema): SchemaRow[] {
  const { properties = {}, required = [], additionalProperties } = schema;
  const rows = Object.entries(properties).map(([name, field]) => rowOf(name, field, required.includes(name)));
  const open = typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0;
  return open ? [...rows, rowOf('*', additionalProperties, false)] : rows;
}

/** A parameter as a row. */
export function parameterRow(parameter: { name: string; required?: boolean; description?: string; schema: Schema }): SchemaRow {
  const row = rowOf(parameter.name, parameter.schema, parameter.required ?? false);
  return { ...row, description: parameter.description ?? row.description };
}
