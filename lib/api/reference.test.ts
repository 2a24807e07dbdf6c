import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contract } from '@/lib/contract';
import { createApiReference } from './reference';

test('the page of the API is what the contract says; `npm run docs:api` writes it', () => {
  expect(readFileSync('docs/api.md', 'utf8')).toBe(createApiReference(contract));
});
