import { expect, test } from 'vitest';
import { parameterRow, schemaRows, typeOf } from './schema-rows';

test('a field shows its type, whether it is needed, its limits, choices and default', () => {
  const rows = schemaRows({
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', minLength: 2, maxLength: 50, description: 'What it is called' },
      size: { type: 'integer', exclusiveMinimum: 0, maximum: Number.MAX_SAFE_INTEGER, default: 3 },
      mood: { anyOf: [{ type: 'string', enum: ['calm', 'keen'] }, { type: 'null' }] },
    },
  });
  expect(rows).toMatchObject([
    {
      name: 'name',
      type: 'string',
      required: true,
      description: 'What it is called',
      limits: [
        { kind: 'minLength', value: 2 },
        { kind: 'maxLength', value: 50 },
      ],
    },
    { name: 'size', type: 'integer', required: false, fallback: '3', limits: [{ kind: 'above', value: 0 }] },
    { name: 'mood', type: 'string | null', choices: ['calm', 'keen'] },
  ]);
});

test('what lies inside objects, lists and maps is shown below the field, and shared schemas are named', () => {
  const inner = { type: 'object', properties: { id: { type: 'string' } } };
  const rows = schemaRows({
    type: 'object',
    properties: {
      list: { type: 'array', items: inner },
      map: { type: 'object', additionalProperties: { type: 'number' } },
      agents: { type: 'array', items: { $ref: '#/components/schemas/Agent' } },
      either: { anyOf: [inner, { type: 'object', properties: { code: { type: 'string' } } }] },
    },
  });
  expect(rows).toMatchObject([
    { name: 'list', type: 'object[]', children: [{ name: 'id' }] },
    { name: 'map', children: [{ name: '*', type: 'number' }] },
    { name: 'agents', type: 'Agent[]', reference: 'Agent', children: [] },
    { name: 'either', variants: [[{ name: 'id' }], [{ name: 'code' }]] },
  ]);
});

test('types are spelled as JSON schema spells them', () => {
  expect(typeOf({ type: 'string', format: 'date-time' })).toBe('string (date-time)');
  expect(typeOf({ const: true, type: 'boolean' })).toBe('true');
  expect(typeOf({ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } })).toBe('(string | null)[]');
  expect(typeOf({})).toBe('any');
});

test('a parameter keeps its own description', () => {
  const row = parameterRow({
    name: 'id',
    required: true,
    description: 'The agent',
    schema: { type: 'string', description: 'A whole number' },
  });
  expect(row).toMatchObject({ name: 'id', required: true, description: 'The agent' });
});
