// Counts tests from the reports that the runners write, never from what they print.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/**
 * @param {string} file JSON report of vitest
 * @param {number} exitCode of the runner: a failure that no test shows still counts as one
 * @returns {Count}
 */
export function countVitest(file, exitCode) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const tests = report.testResults.flatMap((suite) => suite.assertionResults);
  const withStatus = (...wanted) => tests.filter((test) => wanted.includes(test.status)).length;
  const brokenFiles = report.testResults.filter(
    (suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = withStatus('failed') + brokenFiles.length;
  return {
    passed: withStatus('passed'),
    failed: failed || (exitCode === 0 ? 0 : 1),
    skipped: withStatus('skipped', 'pending', 'todo', 'disabled'),
  };
}

/**
 * @param {string} file JSON report of Playwright
 * @param {number} exitCode of the runner
 * @returns {Count}
 */
export function countPlaywright(file, exitCode) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + (unexpected === 0 ? report.errors.length : 0);
  return { passed: expected + flaky, failed: failed || (exitCode === 0 ? 0 : 1), skipped };
}

/** One check, passed or failed by its exit code. */
export function countCheck(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

function readReport(file) {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  } catch {
    return null;
  }
}
