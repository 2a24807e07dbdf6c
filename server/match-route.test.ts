import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRouteMatcher, type RouteModule } from './match-route';

const word = fc.constantFrom('a', 'b', 'c', 'agents');
const routeSegment = fc.oneof(word, fc.constant('[id]'));
const route = fc
  .tuple(fc.array(routeSegment, { maxLength: 4 }), fc.boolean())
  .map(([segments, rest]) => `/${[...segments, ...(rest ? ['[...rest]'] : [])].join('/')}`);
const routes = fc.uniqueArray(route, { minLength: 1, maxLength: 12 });
const path = fc.array(fc.oneof(word, fc.constantFrom('x', '42')), { maxLength: 6 }).map((segments) => `/${segments.join('/')}`);

const segmentsOf = (text: string) => text.split('/').filter(Boolean);

/** How well a route fits a path, as one text to compare by, or undefined: at each place a word (0) beats a parameter (1) beats the rest (2). */
function fitOf(pattern: string, pathname: string): string | undefined {
  const [parts, segments] = [segmentsOf(pattern), segmentsOf(pathname)];
  let fit = '';
  for (const [index, part] of parts.entries()) {
    if (part.startsWith('[...')) return segments.length > index ? `${fit}2` : undefined;
    if (index >= segments.length) return undefined;
    if (part.startsWith('[')) fit += '1';
    else if (part === segments[index]) fit += '0';
    else return undefined;
  }
  return parts.length === segments.length ? fit : undefined;
}

const matcherOf = (patterns: readonly string[]) =>
  createRouteMatcher(patterns.map((pattern) => ({ path: pattern, module: { pattern } as RouteModule })));

describe('a path', () => {
  it('is served by the most specific route that fits it, whatever the order of the routes: word, parameter, rest', () => {
    fc.assert(
      fc.property(routes, fc.array(path, { minLength: 1, maxLength: 10 }), (patterns, paths) => {
        const match = matcherOf(patterns);
        for (const pathname of paths) {
          const best = patterns
            .map((pattern) => ({ pattern, fit: fitOf(pattern, pathname) }))
            .filter((entry) => entry.fit !== undefined)
            .sort((left, right) => (left.fit! < right.fit! ? -1 : 1))[0];
          expect(match(pathname)?.module.pattern, `${pathname} among ${patterns.join(' ')}`).toBe(best?.pattern);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives its parameters decoded, and none of a route that did not fit in the end', () => {
    const match = matcherOf(['/agents/[id]/soul', '/agents/[id]/memories/[memoryId]', '/agents/[...rest]']);
    expect(match('/agents/4%202/memories/%C3%A9')?.params).toEqual({ id: '4 2', memoryId: 'é' });
    expect(match('/agents/42/unknown')).toEqual({ module: { pattern: '/agents/[...rest]' }, params: {} });
  });

  it('that cannot be decoded, is empty or climbs is no parameter of anything', () => {
    const match = matcherOf(['/agents/[id]']);
    expect(match('/agents/%E0%A4%A')).toBeUndefined();
    expect(match('/agents/')).toBeUndefined();
    expect(match('/')).toBeUndefined();
    expect(match('/agents/constructor')?.params).toEqual({ id: 'constructor' });
    expect(match('/constructor/42')).toBeUndefined();
  });
});
