import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Readable } from 'node:stream';
import type { ParentMessage } from '@/lib/platform/parent';
import { waitForAnswer, watchAnswers } from './health';

/** What has to be known to run one process. */
export type ChildSpec = {
  /** One word for people and log files. */
  name: string;
  /** Arguments of Node: options, the entry, its arguments. */
  command: string[];
  environment: Record<string, string>;
  /** Ready when it sends `{type:'ready'}` over its channel, or when an address answers with success. */
  readiness: { kind: 'message'; timeoutMs: number } | { kind: 'http'; url: string; timeoutMs: number };
  /** Lower stages start first and stop last. */
  stage: number;
  /** It may start before the database does, because it answers that it is not ready until then. */
  early?: boolean;
  /** Time to end in order before it is killed, in milliseconds. */
  stopWithinMs: number;
  /** Folders whose changes start it anew, for development. */
  watch?: string[];
  /** For development: output that is no log line is shown in the terminal too, and nobody asks whether it is still alive. */
  talkative?: boolean;
};

/** Back-off between two starts of a process that dies, in milliseconds. */
export type BackOff = { firstMs: number; longestMs: number; healthyAfterMs: number; attemptsBeforeFirstReady: number };

export const defaultBackOff: BackOff = { firstMs: 500, longestMs: 30_000, healthyAfterMs: 60_000, attemptsBeforeFirstReady: 4 };

export type Surroundings = {
  /** One line for the person at the terminal. */
  say: (line: string) => void;
  /** Takes what a process prints. */
  collect: (spec: ChildSpec, output: { stdout: Readable; stderr: Readable }) => void;
  backOff?: BackOff;
};

export type SupervisedChild = {
  name: string;
  pid: () => number | undefined;
  /** The first readiness; rejects when the process dies several times without ever getting there. */
  ready: Promise<ParentMessage>;
  /** Ends the process in order, by force when that takes too long, and starts it no more. */
  stop: () => Promise<void>;
  /** Ends it in order and starts it again without a wait, because what it runs has changed. */
  restart: () => void;
  /** Ends it at once. */
  kill: () => void;
};

type End = { code: number | null; signal: NodeJS.Signals | null };

function describe(end: End): string {
  return end.signal ? `signal ${end.signal}` : `exit code ${end.code}`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 1 : 0)} s`;
}

function start(spec: ChildSpec): ChildProcess {
  return spawn(process.execPath, spec.command, {
    env: { ...process.env, ...spec.environment, SELFCLAW_PROCESS: spec.name },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A process group of its own: Ctrl-C reaches the supervisor alone, which then ends the processes in order.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
}

/** Ends the process and, where there are groups, whatever it started. */
function killHard(child: ChildProcess): void {
  try {
    if (process.platform !== 'win32' && child.pid) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended already.
  }
}

function endOf(child: ChildProcess): Promise<End> {
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: -1, signal: null }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}

async function readinessOf(spec: ChildSpec, child: ChildProcess, signal: AbortSignal): Promise<ParentMessage> {
  const { readiness } = spec;
  if (readiness.kind === 'http') {
    await waitForAnswer(readiness.url, signal);
    return { type: 'ready' };
  }
  return new Promise((resolve) => {
    child.on('message', (message: ParentMessage) => {
      if (message?.type === 'ready') resolve(message);
    });
  });
}

/** Runs one process for as long as the supervisor lives: starts it, waits until it is ready, and starts it again when it dies. */
export function superviseChild(spec: ChildSpec, { say, collect, backOff = defaultBackOff }: Surroundings): SupervisedChild {
  const stopping = new AbortController();
  let wake = new AbortController();
  let restarting = false;
  let child: ChildProcess | undefined;
  let everReady = false;
  let becomeReady: (message: ParentMessage) => void = () => {};
  let giveUp: (error: Error) => void = () => {};
  const ready = new Promise<ParentMessage>((resolve, reject) => {
    becomeReady = resolve;
    giveUp = reject;
  });
  // Whoever stops a process before it is ready does not wait for it any more.
  ready.catch(() => {});

  function endSilent(current: ChildProcess): void {
    say(`The ${spec.name} process has not answered for a minute; ending it.`);
    killHard(current);
  }

  async function runOnce(): Promise<{ end: End; lateMs?: number; healthyMs: number }> {
    const current = (child = start(spec));
    const over = new AbortController();
    const ended = endOf(current);
    collect(spec, { stdout: current.stdout!, stderr: current.stderr! });
    void ended.then(() => over.abort());
    const answer = readinessOf(spec, current, over.signal).catch(() => undefined);
    const limit = sleep(spec.readiness.timeoutMs, 'late' as const, { signal: over.signal }).catch(() => undefined);
    const outcome = await Promise.race([answer, limit, ended.then(() => undefined)]);
    if (outcome === 'late') {
      killHard(current);
      return { end: await ended, lateMs: spec.readiness.timeoutMs, healthyMs: 0 };
    }
    if (!outcome) return { end: await ended, healthyMs: 0 };
    const readyAt = performance.now();
    if (everReady) say(`The ${spec.name} process is back.`);
    everReady = true;
    becomeReady(outcome);
    if (spec.readiness.kind === 'http' && !spec.talkative) void watchAnswers(spec.readiness.url, over.signal, () => endSilent(current));
    return { end: await ended, healthyMs: performance.now() - readyAt };
  }

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const { end, lateMs, healthyMs } = await runOnce();
      // What it started, a compiler for example, must not outlive it.
      if (child) killHard(child);
      if (stopping.signal.aborted) return;
      if (restarting) {
        restarting = false;
        failures = 0;
        continue;
      }
      failures = healthyMs >= backOff.healthyAfterMs ? 1 : failures + 1;
      const what = lateMs ? `was not ready after ${seconds(lateMs)}` : `ended unexpectedly (${describe(end)})`;
      if (!everReady && failures >= backOff.attemptsBeforeFirstReady) {
        giveUp(new Error(`The ${spec.name} process ${what}, ${failures} times in a row.`));
        return;
      }
      const delayMs = Math.min(backOff.firstMs * 2 ** (failures - 1), backOff.longestMs);
      say(`The ${spec.name} process ${what}; starting it again in ${seconds(delayMs)}.`);
      wake = new AbortController();
      await sleep(delayMs, undefined, { signal: wake.signal }).catch(() => {});
    }
  }
  const running = run();

  /** Asks the process to end, if one runs, and ends a wait for the next. */
  function endCurrent(): boolean {
    const current = child;
    wake.abort();
    if (!current || current.exitCode !== null || current.signalCode !== null) return false;
    const timer = setTimeout(() => killHard(current), spec.stopWithinMs);
    current.once('exit', () => clearTimeout(timer));
    // Windows has no SIGTERM; a closed channel says the same there.
    if (process.platform === 'win32') current.disconnect();
    else current.kill('SIGTERM');
    return true;
  }

  async function stop(): Promise<void> {
    stopping.abort();
    endCurrent();
    await running;
  }

  return {
    name: spec.name,
    pid: () => child?.pid,
    ready,
    stop,
    restart: () => {
      restarting = endCurrent();
    },
    kill: () => child && killHard(child),
  };
}
