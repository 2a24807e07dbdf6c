// Only built-in modules up to here: on a fresh machine nothing else is installed yet.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`SelfClaw needs Node 20.19 or newer, and this is Node ${process.versions.node}. Get it from https://nodejs.org`);
  process.exit(1);
}

const development = process.argv[2] === 'dev';
// `dev` is for code, `start` is for use: what a shell happens to export must not turn one into the other.
process.env.NODE_ENV = development ? 'development' : 'production';
process.env.NEXT_TELEMETRY_DISABLED ??= '1';

/** npm's shell does not pass SIGTERM on, so the end of that shell is what ends the install: nothing may outlive `npm start`. */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const shell = process.ppid;
  setInterval(() => process.ppid !== shell && process.kill(process.pid, 'SIGTERM'), 500).unref();
}

async function main() {
  endWithNpm();
  const dotenv = path.join(root, '.env');
  if (existsSync(dotenv)) process.loadEnvFile(dotenv);
  const { progress } = await import('./progress.mjs');
  const { holdBuild } = await import('./build-lock.mjs');
  const { ensureDependencies } = await import('./dependencies.mjs');
  const release = await holdBuild(progress);
  try {
    ensureDependencies(progress);
  } finally {
    release();
  }
  const { buildWhenNeeded } = await import('./build.mjs');
  await buildWhenNeeded({ say: progress, pages: !development });
  const { main: supervise } = await import(pathToFileURL(path.join(root, 'dist', 'supervisor.js')).href);
  await supervise();
}

try {
  await main();
} catch (error) {
  console.error(`\n${error.message}`);
  process.exit(1);
}
