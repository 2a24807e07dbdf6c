import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';

const root = path.dirname(import.meta.dirname);

/** Ends with its parent as the real processes do, and notes its start and end, in order, in `events` beside the data. */
export const life = `
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
const name = process.env.SELFCLAW_PROCESS;
const note = (what) => appendFileSync(join(process.env.DATA_DIR, 'events'), name + ' ' + what + ' ' + process.pid + '\\n');
const end = (why) => { note(why); setTimeout(() => { note('ended'); process.exit(0); }, Number(process.env.FAKE_END_MS ?? 50)); };
process.once('SIGTERM', () => end('SIGTERM'));
process.once('disconnect', () => end('disconnect'));
note('started');
`;

const fakes = {
  'database.js': `${life}
setInterval(() => {}, 1000);
process.send({ type: 'ready', url: 'postgresql://nobody@localhost/fake' });`,
  'prepare.js': `process.once('message', () => process.send({ type: 'prepared' }, () => process.exit(0)));`,
  'web.js': `${life}
import { createServer } from 'node:http';
createServer((request, response) => response.end(process.env.DATABASE_URL)).listen(Number(process.env.PORT), process.env.HOST);`,
  'worker.js': `${life}
setInterval(() => {}, 1000);
process.send({ type: 'ready' });`,
};

/** A folder with the real supervisor, bundled, and processes that only pretend. */
export type FakeInstall = {
  folder: string;
  dataDirectory: string;
  start: (environment?: Record<string, string>) => StartedSupervisor;
  /** What the processes noted: `[name, what, pid]`. */
  events: () => [string, string, number][];
  remove: () => Promise<void>;
};

export type StartedSupervisor = { process: ChildProcess; output: () => string; ended: Promise<number | null> };

/** Waits until `look` answers something true. */
export async function eventually<T>(look: () => T | Promise<T>, what: string, limitMs = 15_000): Promise<NonNullable<T>> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found) return found as NonNullable<T>;
    if (performance.now() > deadline) throw new Error(`never happened: ${what}`);
    await sleep(50);
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

let supervisorText: Promise<string> | undefined;

/** The supervisor as it is built, with its packages, because none are beside the folder. */
async function bundleSupervisor(): Promise<string> {
  const result = await build({
    entryPoints: [path.join(root, 'supervisor', 'main.ts')],
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    tsconfig: path.join(root, 'tsconfig.json'),
    logLevel: 'silent',
  });
  return result.outputFiles[0]!.text;
}

/** Makes a {@link FakeInstall}; `replacements` are other sources for its processes. */
export async function makeFakeInstall(replacements: Partial<typeof fakes> = {}): Promise<FakeInstall> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'selfclaw-supervisor-'));
  const dataDirectory = path.join(folder, 'data');
  mkdirSync(path.join(folder, 'dist'));
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  for (const [name, source] of Object.entries({ ...fakes, ...replacements })) writeFileSync(path.join(folder, 'dist', name), source);
  const program = path.join(folder, 'dist', 'supervisor.js');
  supervisorText ??= bundleSupervisor();
  writeFileSync(program, await supervisorText);
  const started: StartedSupervisor[] = [];

  function start(environment: Record<string, string> = {}): StartedSupervisor {
    const own = { PATH: process.env.PATH, HOME: folder, DATA_DIR: dataDirectory, HOST: '127.0.0.1', NODE_ENV: 'production' };
    const child = spawn(process.execPath, [program], {
      cwd: folder,
      env: { ...own, ...environment } as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (text += part));
    const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
    const supervisor = { process: child, output: () => text, ended };
    started.push(supervisor);
    return supervisor;
  }

  function events(): [string, string, number][] {
    try {
      const lines = readFileSync(path.join(dataDirectory, 'events'), 'utf8').trim().split('\n');
      return lines.map((line) => line.split(' ')).map(([name, what, pid]) => [name!, what!, Number(pid)]);
    } catch {
      return [];
    }
  }

  async function remove(): Promise<void> {
    for (const { process: child } of started) child.kill('SIGKILL');
    const pids = () =>
      events()
        .filter(([, what]) => what === 'started')
        .map(([, , pid]) => pid);
    await eventually(() => pids().every((pid) => !isRunning(pid)), 'every process ended').catch(() => {
      for (const pid of pids()) if (isRunning(pid)) process.kill(pid, 'SIGKILL');
    });
    rmSync(folder, { recursive: true, force: true });
  }

  return { folder, dataDirectory, start, events, remove };
}
