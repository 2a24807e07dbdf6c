import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './root.mjs';

const lockFile = path.join(root, 'dist', 'build.lock');

function holder() {
  try {
    return Number(readFileSync(lockFile, 'utf8'));
  } catch {
    return undefined;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Waits until no other process installs packages for this checkout, builds it or generates its types, and returns the function that lets
 * the next one.
 */
export async function holdBuild(say) {
  mkdirSync(path.dirname(lockFile), { recursive: true });
  const own = `${lockFile}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  let done;
  try {
    for (;;) {
      try {
        // A link is made whole or not at all, so nobody ever reads a lock without its owner.
        linkSync(own, lockFile);
        break;
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const pid = holder();
      if (pid !== undefined && !isRunning(pid)) {
        rmSync(lockFile, { force: true });
        continue;
      }
      done ??= say('Waiting for another build of this folder');
      await sleep(250);
    }
  } finally {
    rmSync(own, { force: true });
  }
  done?.();
  return () => rmSync(lockFile, { force: true });
}
