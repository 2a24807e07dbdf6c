import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/**
 * What the product promises to survive. A test that proves a point says so in the line above it, `// reliability: 14`, so that a
 * promise cannot lose its last test unseen.
 */
const points: Record<number, string> = {
  1: 'a signature signs in once, however often it is sent',
  2: 'a challenge for another domain or chain, an expired one and one from the future are refused',
  3: 'ordinary wallets sign in while the chain is down; contract wallets are told to retry',
  4: 'a cookie is dead at once after sign-out',
  5: 'neither a dump of the database nor a log line holds a usable secret; a revoked key is dead everywhere',
  6: 'nobody reads or changes what another owner has',
  7: 'no, malformed and expired credentials are 401',
  8: 'a page of another site cannot write, and reading writes nothing',
  9: 'fields that are not to be written are not written',
  10: 'a partner key reaches only agents that it made or was granted',
  11: 'generated valid input never fails the server; generated bad input is refused',
  12: 'routes, contract, manifest and OpenAPI agree',
  13: 'twins of one Idempotency-Key make one row and get equal answers; another body is refused',
  14: 'a browser that dies in mid-reply finds it whole, once',
  15: 'a stopped reply cuts the provider, keeps its part and counts its tokens',
  16: 'every fault of a provider ends in an error or a retry, never in an endless wait',
  17: 'parallel messages have a total order, and the quota is not passed by more than one reply',
  18: 'a reply whose process was killed ends with an error and a retry within the lease',
  24: 'a call outside to a private address, however it is written or reached, is blocked before a byte',
  25: 'a slow, endless, packed or looping receiver is cut at its time and its size',
  29: 'whatever a text tells a model to do, nothing but the tools of a chat acts, no text leaves its fence, and nothing is loaded from elsewhere',
};

const root = path.resolve(import.meta.dirname, '..');
const folders = ['lib', 'tests', 'e2e', 'server', 'worker', 'database', 'supervisor', 'prisma'];

const sources = folders.flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(test|spec)\.tsx?$|^faults\/.*\.ts$/.test(name))
    .map((name) => path.join(folder, name)),
);

/** Every tag with the test that stands directly below it. */
const tags = sources.flatMap((file) => {
  const lines = readFileSync(path.join(root, file), 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    const numbers = line.match(/^\s*\/\/ reliability: ([\d, ]+)$/)?.[1];
    if (!numbers) return [];
    const isTest = /^\s*(it|test)(\.each|\.skipIf)?\b/.test(lines[index + 1] ?? '');
    return numbers.split(',').map((number) => ({ point: Number(number), where: `${file}:${index + 1}`, isTest }));
  });
});

it.each(Object.entries(points))('%s: %s', (number) => {
  expect(tags.filter((tag) => tag.point === Number(number) && tag.isTest).map((tag) => tag.where)).not.toEqual([]);
});

it('every tag names a point and stands above a test', () => {
  expect(tags.filter((tag) => !(tag.point in points) || !tag.isTest)).toEqual([]);
});
