// Installing packages on a Debian machine as root: the only kind of machine that tests give what it lacks.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Why packages cannot be installed here, or null when they can. */
export function whyNotInstallable() {
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version')) return 'not a Debian machine';
  if (process.getuid?.() !== 0) return 'not running as root';
  if (spawnSync('apt-get', ['--version']).status !== 0) return 'apt-get is missing';
  return null;
}

/** Refreshes the package lists, then installs. */
export function installPackages(...packages) {
  run('apt-get', ['update']);
  run('apt-get', ['install', '-o', 'DPkg::Lock::Timeout=300', '-y', '--no-install-recommends', ...packages], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** Whether the distribution offers the package. */
export function isPackaged(name) {
  const { stdout } = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' });
  return /Candidate: \d/.test(stdout ?? '');
}

/**
 * Runs a program quietly.
 * @throws {Error} ending with the last lines of the program's output.
 */
export function run(command, args, options = {}) {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 64 << 20, ...options });
  } catch (error) {
    const tail = `${error.stdout ?? ''}${error.stderr ?? error.message}`.trim().split('\n').slice(-8).join('\n');
    throw new Error(`${command} ${args.at(-1)} failed:\n${tail}`, { cause: error });
  }
}
