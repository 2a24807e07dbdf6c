// Counts tests from the reports that the runners write, never from what they print.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from '../root.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {Count & { failures?: string[] }} Report `failures` names each failed test with its file and the beginning of its error
 */

/** Lines of an error that the end of a run repeats: what was expected, what came, and the first place. */
const ERROR_LINES = 20;

/**
 * @param {string} file JSON report of vitest
 * @param {number} exitCode of the runner: a failure that no test shows still counts as one
 * @returns {Report}
 */
export function countVitest(file, exitCode) {
  const report = readReport(file);
  if (!report) return unreadable;
  const tests = report.testResults.flatMap((suite) => suite.assertionResults.map((test) => ({ ...test, file: suite.name })));
  const withStatus = (...wanted) => tests.filter((test) => wanted.includes(test.status));
  const failedTests = withStatus('failed');
  const brokenFiles = report.testResults.filter(
    (suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
  );
  const failures = [
    ...failedTests.map((test) => describeFailure(test.file, test.fullName, test.failureMessages ?? [])),
    ...brokenFiles.map((suite) => describeFailure(suite.name, 'could not be loaded, or a hook failed', [suite.message])),
  ];
  return {
    passed: withStatus('passed').length,
    skipped: withStatus('skipped', 'pending', 'todo', 'disabled').length,
    ...countFailures(failures.length, failures, exitCode),
  };
}

/**
 * @param {string} file JSON report of Playwright
 * @param {number} exitCode of the runner
 * @returns {Report}
 */
export function countPlaywright(file, exitCode) {
  const report = readReport(file);
  if (!report) return unreadable;
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failures = [
    ...(report.suites ?? []).flatMap(failedSpecs),
    ...report.errors.map((error) => describeFailure(error.location?.file, 'outside of every test', [error.message])),
  ];
  return { passed: expected + flaky, skipped, ...countFailures(unexpected || report.errors.length, failures, exitCode) };
}

/** A runner that fails though none of its tests did has met an error outside of them. */
function countFailures(failed, failures, exitCode) {
  if (failed || exitCode === 0) return { failed, failures };
  return { failed: 1, failures: [`no test failed, and the runner ended with ${exitCode}: an error outside of every test, see above`] };
}

/** One check, passed or failed by its exit code. */
export function countCheck(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

const unreadable = { passed: 0, failed: 1, skipped: 0, failures: ['the runner ended without a whole report'] };

/** @returns {string[]} */
function failedSpecs(suite) {
  const nested = (suite.suites ?? []).flatMap(failedSpecs);
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === 'unexpected')
      .map((test) => {
        const errors = test.results.at(-1)?.errors ?? [];
        return describeFailure(`e2e/${spec.file}:${spec.line}`, spec.title, errors.map((error) => error.message));
      }),
  );
  return [...own, ...nested];
}

function describeFailure(file, name, messages) {
  const place = file && path.isAbsolute(file) ? path.relative(root, file) : file;
  const lines = stripVTControlCharacters(messages.filter(Boolean).join('\n')).split('\n').slice(0, ERROR_LINES);
  return [[place, name].filter(Boolean).join(' › '), ...lines.map((line) => `    ${line}`)].join('\n');
}

function readReport(file) {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  } catch {
    return null;
  }
}
