// npm test                              everything
// npm test -- unit lint                 these stages alone
// npm test -- integration lib/auth      of these stages, the test files whose path holds a word
// Only built-in modules up to the installation of packages: on a fresh machine nothing else is there.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { holdBuild } from './build-lock.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { generateApiRoutes } from './generate.mjs';
import { progress } from './progress.mjs';
import { endRunningCommand } from './test/processes.mjs';
import { aliases, stages } from './test/stages.mjs';

const mustBeComplete = ['true', '1'].includes(process.env.CI ?? '');
const words = process.argv.slice(2);
const filters = words.filter((word) => !namesOf(word));
const chosen = words.flatMap((word) => namesOf(word) ?? []);
const selected = stages.filter((stage) => (chosen.length ? chosen.includes(stage.name) : !filters.length || stage.takesFilters));

/** @type {import('./test/stages.mjs').Run} */
const run = {
  reports: mkdtempSync(path.join(tmpdir(), 'selfclaw-reports-')),
  filters,
  log: (line) => console.log(`  ${line}`),
  env: {},
  cleanups: [],
};
const total = { passed: 0, failed: 0, skipped: 0 };
const lines = [];
/** Each failed test, repeated at the end: of a long run often only the end is kept. */
const failures = [];
let interrupted = null;

for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
  process.on(signal, async () => {
    if (interrupted) return;
    interrupted = code;
    await endRunningCommand();
    await finish();
  });
}

try {
  const release = await holdBuild(progress);
  try {
    ensureDependencies(progress);
    generateApiRoutes();
  } finally {
    release();
  }
} catch (error) {
  console.error(`\n${error.message}`);
  total.failed += 1;
  lines.push('preparation: failed');
}
if (total.failed === 0) {
  for (const stage of selected) {
    if (!interrupted) await execute(stage);
  }
}
if (!interrupted) await finish();

function namesOf(word) {
  if (aliases[word]) return aliases[word];
  return stages.some((stage) => stage.name === word) ? [word] : null;
}

async function execute(stage) {
  console.log(`\n=== ${stage.name}`);
  const started = performance.now();
  let result;
  try {
    result = await stage.execute(run);
  } catch (error) {
    console.error(error);
    result = { passed: 0, failed: 1, skipped: 0 };
  }
  if (interrupted) return;
  let note = '';
  if (result.unavailable) {
    const files = result.files ?? [];
    const count = Math.max(1, files.length);
    note = `, LEFT OUT: ${result.unavailable}`;
    console.log(`\n!!! ${stage.name} ${mustBeComplete ? 'FAILED' : 'SKIPPED'}: ${result.unavailable}`);
    for (const file of files) console.log(`!!!   not run: ${file}`);
    result = mustBeComplete ? { passed: 0, failed: count, skipped: 0 } : { passed: 0, failed: 0, skipped: count };
  }
  for (const kind of Object.keys(total)) total[kind] += result[kind];
  failures.push(...(result.failures ?? []).map((failure) => `${stage.name}: ${failure}`));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  lines.push(`${stage.name.padEnd(21)} ${seconds.padStart(6)} s  ${describe(result)}${note}`);
}

function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

async function finish() {
  for (const cleanUp of run.cleanups.reverse()) await cleanUp().catch((error) => console.error(error));
  rmSync(run.reports, { recursive: true, force: true });
  if (failures.length) console.log(`\n=== what failed\n\n${failures.join('\n\n')}`);
  console.log(`\n${lines.join('\n')}`);
  if (interrupted) console.log('interrupted: the counts are those of the finished stages');
  console.log(`\n${describe(total)}`);
  process.exit(interrupted ?? (total.failed > 0 || total.passed === 0 ? 1 : 0));
}
