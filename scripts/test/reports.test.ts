import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../root.mjs';
import { countCheck, countPlaywright, countVitest } from './reports.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'reports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: unknown): string {
  const file = path.join(folder, `${Math.random()}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const suite = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((each) => ({ status: each })) });

test('tests are counted by what became of them', () => {
  const file = report({ testResults: [suite('passed', 'passed', 'passed', 'pending', 'todo'), suite('failed', 'passed', 'failed')] });
  expect(countVitest(file, 1)).toMatchObject({ passed: 3, failed: 1, skipped: 2 });
});

test('a file that could not be loaded counts as a failure', () => {
  expect(countVitest(report({ testResults: [suite('passed', 'passed'), suite('failed')] }), 1)).toMatchObject({ passed: 1, failed: 1 });
});

test('an error outside of every test counts as a failure', () => {
  const outside = [expect.stringContaining('no test failed')];
  expect(countVitest(report({ testResults: [suite('passed', 'passed')] }), 1)).toMatchObject({ passed: 1, failed: 1, failures: outside });
  const stats = { expected: 2, unexpected: 0, flaky: 0, skipped: 1 };
  expect(countPlaywright(report({ stats, errors: [] }), 1)).toMatchObject({ passed: 2, failed: 1, skipped: 1 });
  expect(countPlaywright(report({ stats, errors: [{}, {}] }), 1)).toMatchObject({ failed: 2 });
  expect(countPlaywright(report({ stats, errors: [] }), 0)).toEqual({ passed: 2, failed: 0, skipped: 1, failures: [] });
});

test('a runner that dies without a whole report counts as a failure', () => {
  for (const count of [countVitest, countPlaywright]) {
    expect(count(path.join(folder, 'missing.json'), 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(count(report('{"testRes'), 0)).toMatchObject({ passed: 0, failed: 1 });
  }
  expect(countCheck(2)).toMatchObject({ passed: 0, failed: 1 });
});

test('what failed is named with its file and the beginning of its error', () => {
  const error = ['\u001B[31mexpected 1 to be 2\u001B[39m', ...Array.from({ length: 30 }, (_, index) => `line ${index}`)].join('\n');
  const failed = { status: 'failed', fullName: 'sums add up', failureMessages: [error] };
  const vitest = report({
    testResults: [
      { name: path.join(root, 'lib/sums.test.ts'), status: 'failed', assertionResults: [failed, { status: 'passed', fullName: 'fine' }] },
      { name: path.join(root, 'lib/broken.test.ts'), status: 'failed', message: 'no such module', assertionResults: [] },
    ],
  });
  const [first = '', ...others] = countVitest(vitest, 1).failures ?? [];
  expect(first.split('\n').slice(0, 2)).toEqual(['lib/sums.test.ts › sums add up', '    expected 1 to be 2']);
  expect(first.split('\n')).toHaveLength(21);
  expect(others).toEqual(['lib/broken.test.ts › could not be loaded, or a hook failed\n    no such module']);

  const spec = (title: string, status: string) => ({
    file: 'flows/chat.spec.ts',
    line: 7,
    title,
    tests: [{ status, results: [{ errors: status === 'unexpected' ? [{ message: 'too late' }] : [] }] }],
  });
  const playwright = report({
    stats: { expected: 1, unexpected: 1, flaky: 0, skipped: 0 },
    errors: [],
    suites: [{ suites: [{ specs: [spec('a reply is stopped', 'unexpected'), spec('a reply is shown', 'expected')] }] }],
  });
  expect(countPlaywright(playwright, 1).failures).toEqual(['e2e/flows/chat.spec.ts:7 › a reply is stopped\n    too late']);
});
