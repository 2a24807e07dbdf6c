import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { apiRoutes } from '@/generated/api-routes';
import { type Endpoint, fullPath, pathParameters } from '@/lib/api/endpoint';
import { describeEndpoints } from '@/lib/api/manifest';
import { createOpenApiDocument, refusalStatuses, successStatuses } from '@/lib/api/openapi';
import { contract } from '@/lib/contract';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const routePath = (endpoint: Endpoint) => fullPath(endpoint).replace(/:(\w+)/g, '[$1]');
const served = apiRoutes.flatMap((route) =>
  Object.entries(route.module).flatMap(([method, handler]) =>
    typeof handler === 'function' && 'endpoint' in handler ? [{ path: route.path, method, endpoint: handler.endpoint as Endpoint }] : [],
  ),
);
const name = (endpoint: Endpoint) => `${endpoint.method} ${endpoint.path}`;

describe('the contract', () => {
  it('names every endpoint once, by id and by method and path', () => {
    expect(new Set(contract.map((endpoint) => endpoint.id)).size).toBe(contract.length);
    expect(new Set(contract.map(name)).size).toBe(contract.length);
  });

  // reliability: 12
  it.each(contract.map((endpoint) => [name(endpoint), endpoint] as const))('%s has a route file that serves exactly it', (_, endpoint) => {
    const route = served.find((candidate) => candidate.path === routePath(endpoint) && candidate.method === endpoint.method);
    expect(route?.endpoint).toBe(endpoint);
    expect(endpoint.params ? Object.keys((endpoint.params as unknown as { shape: object }).shape).sort() : []).toEqual(
      pathParameters(endpoint.path).sort(),
    );
    expect(endpoint.access === 'ownership').toBe(endpoint.path.includes('/hosted-agents/:id'));
  });

  it('lists everything that route files serve, and route files refuse the other methods in its shape', () => {
    for (const route of served) expect(contract).toContain(route.endpoint);
    for (const route of apiRoutes) {
      if (route.path.includes('[...')) continue;
      expect(Object.keys(route.module).sort(), route.path).toEqual([...METHODS].sort());
    }
  });

  // reliability: 12
  it('is the manifest', () => {
    const { endpoints, totalEndpoints } = describeEndpoints(contract);
    expect(totalEndpoints).toBe(contract.length);
    expect(endpoints.map(({ method, path: at }) => `${method} ${at}`)).toEqual(contract.map(name));
  });

  // reliability: 12
  it('is the OpenAPI document, with every status that it may answer', () => {
    const { paths } = createOpenApiDocument(contract, 'http://localhost:3000') as {
      paths: Record<string, Record<string, { responses: object }>>;
    };
    const operations = Object.values(paths).flatMap((operation) => Object.keys(operation));
    expect(operations).toHaveLength(contract.length);
    for (const endpoint of contract) {
      const operation = paths[fullPath(endpoint).replace(/:(\w+)/g, '{$1}')]?.[endpoint.method.toLowerCase()];
      const statuses = [...successStatuses(endpoint), ...refusalStatuses(endpoint)].map(String);
      expect(Object.keys(operation?.responses ?? {}).sort(), endpoint.id).toEqual(statuses.sort());
    }
  });
});

const published = path.resolve('../shared/spec/endpoints.tsv');

describe.skipIf(!existsSync(published))('the published list of endpoints (absent outside the workshop)', () => {
  it('agrees in method, path and caller with what is built, and what is not built is printed', () => {
    const rows = readFileSync(published, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'));
    const missing: string[] = [];
    for (const [method = '', at = '', caller = ''] of rows) {
      const endpoint = contract.find((candidate) => candidate.method === method && fullPath(candidate) === at);
      if (!endpoint) {
        missing.push(`${method} ${at}`);
        continue;
      }
      const expected = { none: ['none'], cookie: ['none', 'session'], user: ['user'], owner: ['ownership'] }[caller];
      expect(expected, at).toContain(endpoint.access);
      expect(endpoint.extension, at).not.toBe(true);
    }
    console.info(`not built yet: ${missing.length} of ${rows.length}\n  ${missing.join('\n  ')}`);
    expect(rows.length - missing.length).toBeGreaterThan(25);
  });
});

describe('the list of endpoints', () => {
  it('holds every endpoint that a capability declares', async () => {
    const modules = import.meta.glob<Record<string, unknown>>('../../lib/*/contract.ts', { eager: true });
    const declared = Object.values(modules).flatMap((module) => Object.values(module));
    expect(declared.length).toBeGreaterThan(40);
    for (const endpoint of declared) expect(contract).toContain(endpoint);
    expect(contract).toHaveLength(declared.length);
  });
});
