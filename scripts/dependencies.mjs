import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

const lockFile = path.join(root, 'package-lock.json');
const modules = path.join(root, 'node_modules');
const stampFile = path.join(modules, '.selfclaw-lock');

/** Compares what npm says it installed with what package-lock.json asks for; packages for other platforms may be absent. */
function installedMatches(lockText) {
  const record = path.join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages ?? {};
  return Object.entries(JSON.parse(lockText).packages).every(([location, wanted]) => {
    if (location === '' || wanted.link) return true;
    const found = installed[location];
    if (!found) return Boolean(wanted.optional || wanted.dev || wanted.devOptional || wanted.peer);
    return found.version === wanted.version;
  });
}

/**
 * Installs the packages of package-lock.json when node_modules lacks them or holds others.
 * Returns whether npm ran.
 */
export function ensureDependencies(say) {
  const lockText = readFileSync(lockFile, 'utf8');
  const wanted = createHash('sha256').update(lockText).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return false;
  if (installedMatches(lockText)) {
    writeFileSync(stampFile, wanted);
    return false;
  }
  const done = say('Installing packages, one to three minutes');
  // Under `npm start` the running npm names itself; otherwise it is looked up on the PATH.
  const npmProgram = process.env.npm_execpath;
  const [command, first] = npmProgram?.endsWith('.js') ? [process.execPath, [npmProgram]] : ['npm', []];
  const result = spawnSync(command, [...first, 'ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: command === 'npm' && process.platform === 'win32',
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.error) throw new Error(`npm could not be run: ${result.error.message}`);
  if (result.status !== 0) throw new Error(`npm could not install the packages:\n${(result.stderr || result.stdout).trim()}`);
  writeFileSync(stampFile, wanted);
  done();
  return true;
}
