import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const root = path.dirname(import.meta.dirname);

export type BenchProcess = {
  pid: number;
  /** Ends the process with `signal` (SIGTERM), after ten seconds with SIGKILL. */
  stop: (signal?: NodeJS.Signals) => Promise<void>;
};

export type ProcessPlan = {
  /** Arguments of `node`, from the root of the checkout. */
  command: readonly string[];
  environment?: Record<string, string>;
  /** Another program than `node`. */
  program?: string;
  /** Resolves once a line of standard output matches. */
  readyLine?: RegExp;
  /** Resolves once this address answers with success. */
  readyUrl?: string;
};

const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 10_000;
// `CLK_TCK` of Linux on every architecture that Node runs on.
const TICK_MS = 10;

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

/** The settings of a process of a bench: nothing of what the developer's shell exports but the way to programs. */
export function cleanEnvironment(own: Record<string, string> = {}): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'USER'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...own };
}

/** Starts a process and waits until it is ready; rejects with its last output when it ends before. */
export async function startProcess(plan: ProcessPlan): Promise<BenchProcess & { line: string }> {
  const child = spawn(plan.program ?? process.execPath, [...plan.command], {
    cwd: root,
    env: cleanEnvironment(plan.environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  let ended = false;
  const exit = new Promise<void>((resolve) => {
    child.once('exit', () => {
      ended = true;
      running.delete(child);
      resolve();
    });
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-20_000);
    });
  }
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (ended) return;
    child.kill(signal);
    const killing = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    await exit;
    clearTimeout(killing);
  };
  const pid = child.pid ?? 0;
  const untilMs = performance.now() + READY_WITHIN_MS;
  for (;;) {
    const line = plan.readyLine && output.split('\n').find((each) => plan.readyLine?.test(each));
    const isReady = plan.readyUrl ? await answers(plan.readyUrl) : line !== undefined;
    if (isReady) return { pid, stop, line: line ?? '' };
    if (ended || performance.now() > untilMs) {
      await stop('SIGKILL');
      throw new Error(`${plan.command.join(' ')} did not become ready:\n${output}`);
    }
    await sleep(10);
  }
}

/** Whether an address answers with success. */
export async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** CPU time that all threads of a process have used, in milliseconds, in steps of ten. */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The command's name stands in parentheses and may hold spaces; user and system time are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Resident memory of a process in bytes; 0 when it has ended. */
export function residentBytes(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1_024;
  } catch {
    return 0;
  }
}

/** A process and everything that it started, with their command lines. */
export function processTree(pid: number): { pid: number; command: string }[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]));
    } catch {
      // It ended while we looked.
    }
  }
  const found = [pid];
  for (const parent of found) for (const [child, its] of parents) if (its === parent) found.push(child);
  return found.map((each) => ({ pid: each, command: commandOf(each) }));
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}
