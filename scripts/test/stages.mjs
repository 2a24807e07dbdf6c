import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { holdBuild } from '../build-lock.mjs';
import { progress } from '../progress.mjs';
import { root } from '../root.mjs';
import { provideChromium } from './chromium.mjs';
import { startPostgres } from './postgres.mjs';
import { runNode } from './processes.mjs';
import { countCheck, countPlaywright, countVitest } from './reports.mjs';

/**
 * @typedef {object} Run
 * @property {string} reports folder for the runners' reports
 * @property {string[]} filters parts of paths: only tests whose file matches one run
 * @property {(line: string) => void} log
 * @property {Record<string, string>} env what earlier stages provided: `TEST_DATABASE_URL`
 * @property {(() => Promise<void>)[]} cleanups
 *
 * @typedef {import('./reports.mjs').Report & { unavailable?: string, files?: string[] }} Result
 *   `unavailable` says what the machine lacks; `files` are the test files that did not run for it.
 *
 * @typedef {object} Stage
 * @property {string} name
 * @property {boolean} takesFilters
 * @property {(run: Run) => Promise<Result>} execute
 */

const sourceFolders = [
  'app',
  'components',
  'lib',
  'worker',
  'hub',
  'server',
  'supervisor',
  'database',
  'packages',
  'tests',
  'e2e',
  'bench',
  'scripts',
];
const isIntegrationTest = (file) => /\.integration\.test\.tsx?$/.test(file);
const isBrowserTest = (file) => /^e2e\/.*\.spec\.ts$/.test(file);

/** @type {Stage[]} */
export const stages = [
  { name: 'types', takesFilters: false, execute: checkTypes },
  { name: 'lint', takesFilters: false, execute: async () => countCheck(await runNode(['node_modules/eslint/bin/eslint.js', '.'])) },
  { name: 'boundaries', takesFilters: false, execute: checkBoundaries },
  { name: 'unit', takesFilters: true, execute: runUnit },
  { name: 'integration-embedded', takesFilters: true, execute: (run) => runVitest('integration-embedded', run) },
  { name: 'integration-postgres', takesFilters: true, execute: runOnPostgres },
  { name: 'build', takesFilters: false, execute: async () => countCheck(await runNode(['scripts/build.mjs'])) },
  { name: 'browser', takesFilters: true, execute: runBrowser },
];

/** Other names for stages on the command line. */
export const aliases = {
  integration: ['integration-embedded', 'integration-postgres'],
  embedded: ['integration-embedded'],
  postgres: ['integration-postgres'],
  e2e: ['browser'],
};

/** The types of pages are written into the folder of the build, so that two runs, or a run and a build, take turns. */
async function checkTypes() {
  const release = await holdBuild(progress);
  try {
    const typegen = existsSync(path.join(root, 'app')) ? await runNode(['node_modules/next/dist/bin/next', 'typegen']) : 0;
    const check = await runNode(['node_modules/@typescript/native/bin/tsc', '--noEmit', '-p', 'tsconfig.json']);
    return countCheck(typegen || check);
  } finally {
    release();
  }
}

async function checkBoundaries() {
  const folders = sourceFolders.filter((folder) => existsSync(path.join(root, folder)));
  const cruise = (pass) =>
    runNode(['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', ...folders], {
      BOUNDARIES: pass,
    });
  const codes = [await cruise('layers'), await cruise('loading')];
  return countCheck(Math.max(...codes));
}

async function runVitest(project, run) {
  const report = path.join(run.reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const program = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--passWithNoTests'];
  const code = await runNode([...program, ...reporters, ...run.filters], run.env);
  return countVitest(report, code);
}

/** Some of them move data to a real server; without one they name themselves as not run. */
async function runUnit(run) {
  await providePostgres(run);
  return runVitest('unit', run);
}

async function runOnPostgres(run) {
  const lack = await providePostgres(run);
  return lack ? { ...notRun, unavailable: lack, files: testFiles(isIntegrationTest, run.filters) } : runVitest('integration-postgres', run);
}

async function runBrowser(run) {
  const browser = await provideChromium(run.log);
  if ('unavailable' in browser) return { ...notRun, unavailable: browser.unavailable, files: testFiles(isBrowserTest, run.filters) };
  if (!testFiles(isBrowserTest, run.filters).length) return notRun;
  await providePostgres(run);
  const report = path.join(run.reports, 'browser.json');
  // A run empties its folder of traces when it begins, so each has one of its own, which stays when something failed.
  const traces = path.join('test-results', String(process.pid));
  const env = { ...run.env, CHROMIUM_PATH: browser.path, PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_TRACES: traces };
  const code = await runNode(['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json', ...run.filters], env);
  if (code === 0) rmSync(path.join(root, traces), { recursive: true, force: true });
  return countPlaywright(report, code);
}

const notRun = { passed: 0, failed: 0, skipped: 0 };

/** Starts the server that the stages share, once. Returns what the machine lacks, or null. */
async function providePostgres(run) {
  if (run.env.TEST_DATABASE_URL) return null;
  const cluster = await startPostgres({ install: true, log: run.log });
  if ('unavailable' in cluster) return cluster.unavailable;
  run.env.TEST_DATABASE_URL = cluster.url;
  run.cleanups.push(cluster.stop);
  return null;
}

function testFiles(matches, filters) {
  const found = [];
  for (const folder of sourceFolders.filter((name) => existsSync(path.join(root, name)))) {
    for (const name of readdirSync(path.join(root, folder), { recursive: true })) {
      const file = path.posix.join(folder, name.split(path.sep).join('/'));
      if (file.includes('node_modules/') || !matches(file)) continue;
      if (!filters.length || filters.some((filter) => file.includes(filter))) found.push(file);
    }
  }
  return found.sort();
}
