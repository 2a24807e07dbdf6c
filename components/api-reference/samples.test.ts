import { describe, expect, it } from 'vitest';
import { createOpenApiDocument } from '@/lib/api/openapi';
import { contract } from '@/lib/contract';
import { readReference } from './document';
import { exampleBody, exampleOf } from './example';
import { codeSamples, pythonLiteral } from './samples';

const { groups, schemas } = readReference(createOpenApiDocument(contract, 'http://localhost:3000'));
const operations = groups.flatMap((group) => group.operations);
const byId = (id: string) => operations.find((operation) => operation.id === id)!;

describe('the samples', () => {
  it('call the operation in each language, with the key in a variable', () => {
    const { curl, javascript, python } = codeSamples(byId('chat.send'), schemas, 'http://localhost:3000');
    expect(curl).toBe(
      [
        "curl -X POST 'http://localhost:3000/api/selfclaw/v1/hosted-agents/1001/chat'",
        '-H "Authorization: Bearer $SELFCLAW_API_KEY"',
        "-H 'Content-Type: application/json'",
        `-d '{\n  "message": "What am I allergic to?"\n}'`,
      ].join(' \\\n  '),
    );
    expect(javascript).toContain('Authorization: `Bearer ${process.env.SELFCLAW_API_KEY}`');
    expect(javascript).toContain(`body: JSON.stringify({\n    "message": "What am I allergic to?"\n  }),`);
    expect(python).toContain('requests.post(');
    expect(python).toContain(`json={\n        "message": "What am I allergic to?",\n    }`);
  });

  it('stream what only streams, and send required query parameters', () => {
    expect(codeSamples(byId('chat.stream'), schemas, '').curl).toMatch(/^curl -N .*\n.*\n.*Accept: text\/event-stream/);
    expect(codeSamples(byId('messages.list'), schemas, '').curl).toContain('/messages?conversationId=2001');
  });

  it('send a file as a form', () => {
    const { curl, javascript, python } = codeSamples(byId('knowledge.upload'), schemas, '');
    expect(curl).toContain("-F 'file=@notes.md' \\\n  -F 'title=Return policy'");
    expect(curl).not.toContain('Content-Type');
    expect(javascript).toContain("form.append('file', await fs.openAsBlob('notes.md'), 'notes.md');");
    expect(javascript).toContain('body: form');
    expect(python).toContain('files={"file": open("notes.md", "rb")},');
    expect(python).toContain('data={"title": "Return policy"},');
  });

  it('survive quotes in a body', () => {
    const operation = { ...byId('chat.send'), body: { required: true, schema: {}, example: { message: "It's" } } };
    expect(codeSamples(operation, schemas, '').curl).toContain(`"It'\\''s"`);
  });

  it('write values as Python does', () => {
    expect(pythonLiteral({ a: true, b: null, c: [1, 'x'], d: {} })).toBe(
      '{\n    "a": True,\n    "b": None,\n    "c": [\n        1,\n        "x",\n    ],\n    "d": {},\n}',
    );
  });
});

describe.each(contract.map((endpoint) => [endpoint.id, endpoint] as const))('the examples of %s', (id, endpoint) => {
  const operation = byId(id);

  it('are taken by the contract that they stand for', () => {
    if (endpoint.body && !endpoint.bodyType)
      expect(endpoint.body.safeParse(exampleBody(operation.body!, schemas)).error?.issues ?? []).toEqual([]);
    const values = (place: string) =>
      Object.fromEntries(
        operation.parameters
          .filter((parameter) => parameter.in === place && (parameter.required || place === 'path'))
          .map(({ name, schema }) => [name, String(exampleOf(schema, schemas))]),
      );
    if (endpoint.params) expect(endpoint.params.safeParse(values('path')).error?.issues ?? []).toEqual([]);
    if (endpoint.query) expect(endpoint.query.safeParse(values('query')).error?.issues ?? []).toEqual([]);
  });

  it('has a summary short enough for a heading, a described group, and what a key must be allowed', () => {
    expect(operation.summary.length).toBeLessThan(100);
    expect(groups.find(({ name }) => name === operation.tag)?.description, 'a sentence in lib/api/openapi-tags.ts').toBeTruthy();
    expect(operation.callers === 'keys').toBe(operation.scope !== undefined);
    for (const parameter of operation.parameters) expect(parameter.description, parameter.name).toBeTruthy();
  });
});
