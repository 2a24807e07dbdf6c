// A real PostgreSQL with pgvector for tests: `TEST_DATABASE_URL` when set, else a temporary cluster on this machine.
//   node scripts/test/postgres.mjs [--install] [--durable] -- command …    runs the command with TEST_DATABASE_URL set
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { whyNotInstallable } from './debian.mjs';
import { findServer, hasVectorExtension } from './find-postgres.mjs';
import { installPostgres } from './install-postgres.mjs';

/**
 * @typedef {object} PostgresCluster
 * @property {string} url Connection string of a superuser on the maintenance database.
 * @property {boolean} temporary False when `TEST_DATABASE_URL` named the server: then it is never stopped or restarted.
 * @property {() => Promise<void>} stop
 * @property {(mode?: 'fast' | 'immediate', downMs?: number) => Promise<void>} restart `immediate` is a crash: the server recovers
 *   from its log. It stays down for `downMs`.
 */

/**
 * Starts a cluster, or explains why there is none.
 * @param {{ install?: boolean, durable?: boolean, dedicated?: boolean, log?: (line: string) => void }} [options]
 *   `install` allows installing packages (root on Debian); `durable` keeps fsync on, for tests that crash the server;
 *   `dedicated` asks for a cluster of one's own even when `TEST_DATABASE_URL` names a server.
 * @returns {Promise<PostgresCluster | { unavailable: string }>}
 */
export async function startPostgres({ install = false, durable = false, dedicated = false, log = () => {} } = {}) {
  if (process.env.TEST_DATABASE_URL && !dedicated) {
    const refuse = async () => {
      throw new Error('the server named by TEST_DATABASE_URL is not restarted by tests');
    };
    return { url: process.env.TEST_DATABASE_URL, temporary: false, stop: async () => {}, restart: refuse };
  }
  let server = findServer();
  if (!server || !hasVectorExtension(server)) {
    const lack = server ? `PostgreSQL ${server.major} has no pgvector` : 'no PostgreSQL 15 or newer on this machine';
    const obstacle = whyNotInstallable();
    if (obstacle) return { unavailable: `${lack}, and it cannot be installed: ${obstacle}` };
    if (!install) return { unavailable: `${lack}; run: node scripts/test/postgres.mjs --install` };
    try {
      installPostgres(log);
    } catch (error) {
      return { unavailable: `${lack}, and installing it failed: ${error.message}` };
    }
    server = findServer();
  }
  return startCluster(server, durable);
}

async function startCluster(server, durable) {
  const identity = unprivilegedIdentity();
  const folder = mkdtempSync(path.join(tmpdir(), 'selfclaw-pg-'));
  chmodSync(folder, 0o700);
  if (identity.uid !== undefined) chownSync(folder, identity.uid, identity.gid);
  const dataDir = path.join(folder, 'data');
  const pgCtl = path.join(server.bin, 'pg_ctl');
  const guardian = startGuardian({ pgCtl, dataDir, folder, ...identity });
  const run = (program, args) => runProgram(path.join(server.bin, program), args, { cwd: folder, ...identity });
  try {
    run('initdb', ['-D', dataDir, '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--auth=trust', '--no-sync']);
    for (let attempt = 1; ; attempt++) {
      const port = await freePort();
      const options = serverOptions({ port, folder, durable });
      const log = path.join(folder, 'server.log');
      try {
        run('pg_ctl', ['start', '-D', dataDir, '-w', '-t', '60', '-l', log, '-o', options]);
        return {
          url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
          temporary: true,
          stop: guardian.stop,
          restart: async (mode = 'fast', downMs = 0) => {
            await runBeside(pgCtl, ['stop', '-D', dataDir, '-w', '-t', '60', '-m', mode], { cwd: folder, ...identity });
            await sleep(downMs);
            await runBeside(pgCtl, ['start', '-D', dataDir, '-w', '-t', '60', '-l', log, '-o', options], { cwd: folder, ...identity });
          },
        };
      } catch (error) {
        const portTaken = /could not bind|Address already in use/i.test(readLog(log));
        if (!portTaken || attempt === 5) throw new Error(`${error.message}\n${readLog(log).slice(-2000)}`);
      }
    }
  } catch (error) {
    await guardian.stop();
    throw error;
  }
}

function serverOptions({ port, folder, durable }) {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: folder,
    max_connections: 200,
    shared_buffers: '128MB',
    max_wal_size: '512MB',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

/** The server refuses to run as root, so root lends it the user `postgres`, or `nobody`. */
function unprivilegedIdentity() {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user) throw new Error('no unprivileged user (postgres or nobody) to run the server as');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

function startGuardian(plan) {
  const script = fileURLToPath(new URL('./postgres-guardian.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(plan)], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.unref();
  child.stdin.unref?.();
  child.stdin.on('error', () => {});
  const stop = async () => {
    child.ref();
    child.stdin.end();
    await ended;
  };
  return { stop };
}

function runProgram(program, args, options) {
  // Output goes nowhere: the server started by pg_ctl would keep a pipe open and the call would never return.
  const wantsOutput = !program.endsWith('pg_ctl');
  const result = spawnSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', wantsOutput ? 'pipe' : 'ignore', wantsOutput ? 'pipe' : 'ignore'],
    ...options,
  });
  if (result.status !== 0)
    throw new Error(`${path.basename(program)} ${args[0]} failed: ${result.error?.message ?? result.stderr ?? `exit ${result.status}`}`);
}

/** The same while the caller goes on. */
function runBeside(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'ignore', ...options });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${path.basename(program)} ${args[0]} failed: exit ${code}`))));
  });
}

function readLog(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function main() {
  const args = process.argv.slice(2);
  const divider = args.indexOf('--');
  const flags = divider < 0 ? args : args.slice(0, divider);
  const command = divider < 0 ? [] : args.slice(divider + 1);
  const log = (line) => console.error(`postgres: ${line}`);
  const cluster = await startPostgres({ install: flags.includes('--install'), durable: flags.includes('--durable'), log });
  if ('unavailable' in cluster) {
    log(cluster.unavailable);
    return 69;
  }
  try {
    if (!command.length) {
      log(`ready to use; started and stopped a server at ${cluster.url}`);
      return 0;
    }
    return await runCommand(command, { ...process.env, TEST_DATABASE_URL: cluster.url });
  } finally {
    await cluster.stop();
  }
}

function runCommand([program, ...args], env) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', env });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.once('error', (error) => {
      console.error(`postgres: ${program}: ${error.message}`);
      resolve(127);
    });
    child.once('exit', (code, signal) => resolve(signal ? 1 : code));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main();
