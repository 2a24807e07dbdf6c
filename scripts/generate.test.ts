import { expect, test } from 'vitest';
import { compareRoutePaths } from './generate.mjs';

test('the most specific route comes first: words, then one parameter, then the rest of the path', () => {
  const paths = [
    '/api/[...path]',
    '/api/agents/[id]/chat',
    '/api/agents/[id]',
    '/api/agents/summary',
    '/api/agents',
    '/api/agents/[id]/[...path]',
  ];
  expect(paths.sort(compareRoutePaths)).toEqual([
    '/api/agents',
    '/api/agents/summary',
    '/api/agents/[id]',
    '/api/agents/[id]/chat',
    '/api/agents/[id]/[...path]',
    '/api/[...path]',
  ]);
});
