// npm run bench:start [-- --rounds 3 --idle-minutes 5]
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { silentLog } from '@/database/database-log';
import { startEmbeddedDatabase } from '@/database/embedded/start';
import { EMBEDDED_EMBEDDER_ID } from '@/lib/llm/embedder/embedded';
import { cleanEnvironment, freePort, processTree, residentBytes, root } from './processes';
import { seedOwners } from './seed';
import { judge, median, printTable } from './statistics';
import { ensureBuild } from './surroundings';
import { chatRequest, wholeTurn } from './turns';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' }, 'idle-minutes': { type: 'string', default: '5' } } });

const MEGABYTE = 1_024 * 1_024;
const POLL_MS = 20;
const READY_WITHIN_MS = 180_000;
const STOP_WITHIN_MS = 15_000;
const NEXT = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');

type Started = { pid: number; readyMs: number; stop: () => Promise<void> };

/** The status that an address answers with, or 0. */
function statusOf(url: string): Promise<number> {
  return new Promise((resolve) => {
    const request = http.get(url, { agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.once('error', () => resolve(0));
  });
}

/** Starts a program and takes the time until `url` answers. */
async function startUntil(
  url: string,
  isReady: (status: number) => boolean,
  program: string,
  args: string[],
  environment: Record<string, string>,
): Promise<Started> {
  const startedAtMs = performance.now();
  const child = spawn(program, args, { cwd: root, env: cleanEnvironment(environment), stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  let ended = false;
  const exit = new Promise<void>((resolve) =>
    child.once('exit', () => {
      ended = true;
      resolve();
    }),
  );
  // What a terminal does with Ctrl-C: everything in the foreground hears it.
  const interrupt = () => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGINT');
    } catch {
      // It has ended already.
    }
  };
  process.once('exit', interrupt);
  const stop = async () => {
    process.off('exit', interrupt);
    const tree = processTree(child.pid ?? 0);
    interrupt();
    await exit;
    // npm may end before those that it started.
    const untilMs = performance.now() + STOP_WITHIN_MS;
    while (tree.some(({ pid }) => residentBytes(pid) > 0)) {
      if (performance.now() > untilMs) throw new Error(`${program} ${args.join(' ')} did not end`);
      await sleep(POLL_MS);
    }
  };
  while (!isReady(await statusOf(url))) {
    if (ended || performance.now() - startedAtMs > READY_WITHIN_MS) {
      await stop();
      throw new Error(`${program} ${args.join(' ')} did not become ready:\n${output}`);
    }
    await sleep(POLL_MS);
  }
  return { pid: child.pid ?? 0, readyMs: performance.now() - startedAtMs, stop };
}

async function startInstall(dataDir: string): Promise<Started & { origin: string }> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const health = `${origin}/api/selfclaw/v1/gateway/health`;
  const environment = { DATA_DIR: dataDir, PORT: String(port), MODEL_PROBE: 'false' };
  return { ...(await startUntil(health, (status) => status === 200, 'npm', ['start'], environment)), origin };
}

/** `next start` by itself, until it answers anything: the least that an app of this framework takes. */
async function startPages(): Promise<Started> {
  const port = await freePort();
  const secret = 'a secret of the bench, at least thirty-two characters long';
  const environment = { SESSION_SECRET: secret, NEXTAUTH_SECRET: secret, NEXTAUTH_URL: `http://127.0.0.1:${port}` };
  const args = [NEXT, 'start', '--port', String(port), '--hostname', '127.0.0.1'];
  return startUntil(`http://127.0.0.1:${port}/`, (status) => status > 0, process.execPath, args, environment);
}

function printMemory(title: string, pid: number): number {
  const tree = processTree(pid).map(({ pid: each, command }) => ({ command, bytes: residentBytes(each) }));
  const total = tree.reduce((sum, { bytes }) => sum + bytes, 0);
  const rows = tree.map(({ command, bytes }) => [command.replaceAll(`${root}/`, '').slice(0, 70), bytes / MEGABYTE]);
  printTable(title, ['process', 'resident MB'], [...rows, ['all together', total / MEGABYTE]]);
  return total;
}

await ensureBuild();
const folder = mkdtempSync(path.join(tmpdir(), 'selfclaw-bench-start-'));
try {
  const first = await startInstall(folder);
  await first.stop();
  const installMs: number[] = [];
  const pagesMs: number[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const [times, start] of [
      [pagesMs, startPages],
      [installMs, () => startInstall(folder)],
    ] as const) {
      const started = await start();
      times.push(started.readyMs);
      await started.stop();
    }
  }
  printTable(
    'Start',
    ['', 'ms'],
    [
      ['first npm start in an empty data folder, until healthy', first.readyMs],
      ['later npm start, until healthy (median)', median(installMs)],
      ['next start alone, until it answers (median)', median(pagesMs)],
    ],
  );

  const install = await startInstall(folder);
  const minutes = Number(values['idle-minutes']);
  let idleBytes: number;
  try {
    await sleep(minutes * 60_000);
    idleBytes = printMemory(`Resident memory after ${minutes} idle minutes`, install.pid);
    const database = await startEmbeddedDatabase({ dataDir: path.join(folder, 'database'), log: silentLog });
    const [owner] = await seedOwners(database.url, { owners: 1, messages: 10, memories: 20, embedderId: EMBEDDED_EMBEDDER_ID });
    if (!owner) throw new Error('no owner was seeded');
    await wholeTurn(chatRequest(install.origin, owner));
    await sleep(10_000);
    printMemory('… and ten seconds after a first turn, which loads the encoder', install.pid);
  } finally {
    await install.stop();
  }
  judge([
    { name: 'a later npm start, × next start alone', value: median(installMs) / median(pagesMs), atMost: 3 },
    { name: `all processes, ${minutes} minutes idle`, value: idleBytes / MEGABYTE, atMost: 1_200, unit: ' MB' },
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
