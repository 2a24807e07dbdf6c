import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleProcesses } from './bundle.mjs';
import { holdBuild } from './build-lock.mjs';
import { compressFiles } from './compress.mjs';
import { fingerprints } from './fingerprint.mjs';
import { generateApiRoutes } from './generate.mjs';
import { root } from './root.mjs';

const stampFile = path.join(root, 'dist', 'build.json');

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
}

function writeStamp(changes) {
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, `${JSON.stringify({ ...readStamp(), ...changes }, null, 2)}\n`);
}

/** Builds the pages, and compresses what browsers fetch of them. */
async function buildPages() {
  if (!existsSync(path.join(root, 'app'))) return;
  await buildWithNext();
  await compressFiles(path.join(root, '.next', 'static'));
}

/** Runs `next build`; rejects with its whole output. */
function buildWithNext() {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', CI: process.env.CI ?? '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`The pages could not be built (${signal ?? `exit ${code}`}):\n${output.trim()}`));
    });
  });
}

const silently = () => () => {};

/**
 * Builds what is out of date: generated code, bundles of the processes, pages.
 * `say(text)` is called before work that takes time and returns a function to call after it.
 */
export async function buildWhenNeeded({ say = silently, pages = true, force = false } = {}) {
  const release = await holdBuild(say);
  try {
    const wanted = fingerprints();
    const stamp = readStamp();
    const processesDue = force || stamp.processes !== wanted.processes || !existsSync(path.join(root, 'dist', 'supervisor.js'));
    const pagesDue =
      pages &&
      (force || stamp.pages !== wanted.pages || (existsSync(path.join(root, 'app')) && !existsSync(path.join(root, '.next', 'BUILD_ID'))));
    if (!processesDue && !pagesDue) {
      // Quick when nothing has changed, and right when somebody has deleted the folder.
      generateApiRoutes();
      return false;
    }
    const done = say(pagesDue ? 'Building, about a minute' : 'Building');
    generateApiRoutes();
    // A build that breaks off must not leave the stamp of the one before.
    writeStamp({ ...(processesDue && { processes: null }), ...(pagesDue && { pages: null }) });
    const work = [processesDue && bundleProcesses(), pagesDue && buildPages()];
    const failed = (await Promise.allSettled(work)).find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    writeStamp({ ...(processesDue && { processes: wanted.processes }), ...(pagesDue && { pages: wanted.pages }) });
    done();
    return true;
  } finally {
    release();
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(root, 'scripts', 'build.mjs')) {
  const { progress } = await import('./progress.mjs');
  try {
    const built = await buildWhenNeeded({ say: progress, force: process.argv.includes('--force') });
    if (!built) console.log('The build is up to date; `npm run build -- --force` builds anew.');
  } catch (error) {
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
