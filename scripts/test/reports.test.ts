import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
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
  expect(countVitest(file, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 });
});

test('a file that could not be loaded counts as a failure', () => {
  expect(countVitest(report({ testResults: [suite('passed', 'passed'), suite('failed')] }), 1)).toMatchObject({ passed: 1, failed: 1 });
});

test('an error outside of every test counts as a failure', () => {
  expect(countVitest(report({ testResults: [suite('passed', 'passed')] }), 1)).toMatchObject({ passed: 1, failed: 1 });
  const stats = { expected: 2, unexpected: 0, flaky: 0, skipped: 1 };
  expect(countPlaywright(report({ stats, errors: [] }), 1)).toEqual({ passed: 2, failed: 1, skipped: 1 });
  expect(countPlaywright(report({ stats, errors: [{}, {}] }), 1)).toMatchObject({ failed: 2 });
  expect(countPlaywright(report({ stats, errors: [] }), 0)).toEqual({ passed: 2, failed: 0, skipped: 1 });
});

test('a runner that dies without a whole report counts as a failure', () => {
  for (const count of [countVitest, countPlaywright]) {
    expect(count(path.join(folder, 'missing.json'), 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(count(report('{"testRes'), 0)).toMatchObject({ passed: 0, failed: 1 });
  }
  expect(countCheck(2)).toMatchObject({ passed: 0, failed: 1 });
});
