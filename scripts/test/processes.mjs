// Commands run one after another, each in a process group of its own, so that nothing of them is left when the run ends.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../root.mjs';

const runner = path.join(root, 'scripts', 'test', 'program.mjs');
let current = null;

/**
 * Runs a Node program of the project with its output on this terminal.
 * @param {string[]} args path of the program from the root, then its arguments
 * @param {Record<string, string | undefined>} [env] added to this process's environment
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function runNode(args, env = {}) {
  const child = spawn(process.execPath, [runner, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  current = child;
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code, signal) => {
      signalGroup(child, 'SIGKILL'); // Whatever it forgot to end.
      current = null;
      resolve(signal ? 1 : code);
    });
  });
}

/** Asks the running command to end, and insists after `graceMs`. */
export async function endRunningCommand(graceMs = 15_000) {
  const child = current;
  if (!child) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  const insist = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs);
  await ended;
  clearTimeout(insist);
}

process.on('exit', () => current && signalGroup(current, 'SIGKILL'));

function signalGroup(child, signal) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // It has ended already.
  }
}
