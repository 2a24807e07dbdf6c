import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startAppDatabase, type AppDatabase, type AppDatabaseKind } from './app-database';
import { ambientSettings } from '@/tests/ambient-settings';

export type AppOptions = {
  /** Environment of the install; it starts with no model key and asks no model on loopback. */
  env?: Record<string, string>;
  /**
   * `embedded` (default); `postgres`: a database on the server of the run; `own-postgres`: a server of its own, which may
   * be crashed.
   */
  database?: AppDatabaseKind;
  /** An install to start again; by default a new, empty folder, which `stop` removes. */
  dataDir?: string;
  port?: number;
};

export type AppProcess = 'supervisor' | 'database' | 'web' | 'worker';

/** An install that runs as `npm start` runs it. */
export type App = {
  /** Address as the install prints it, without a slash at the end. */
  url: string;
  port: number;
  dataDir: string;
  /** Process id, while that process runs. */
  pidOf: (name: AppProcess) => number | undefined;
  /** Sends a signal to one process; `SIGKILL` when none is named. */
  kill: (name: AppProcess, signal?: NodeJS.Signals) => void;
  /** Ends the database at once, as a crash does. The supervisor brings the embedded one back; PostgreSQL is back when this resolves. */
  crashDatabase: () => Promise<void>;
  /** Waits until the install answers its health address. */
  untilHealthy: (withinMs?: number) => Promise<void>;
  /** What the terminal showed. */
  output: () => string;
  /** What the processes wrote into their logs. */
  logs: () => string;
  /** Ends it as Ctrl-C does, and removes what it made. Returns the exit code of the supervisor. */
  stop: () => Promise<number | null>;
};

const root = path.resolve(import.meta.dirname, '../..');
const healthPath = '/api/selfclaw/v1/gateway/health';
// A first start may have to build.
const startWithinMs = 300_000;
const stopWithinMs = 20_000;

/**
 * Starts the whole product on a free port.
 *
 * @throws Error with what the terminal showed when it does not become healthy, and `DatabaseUnavailable` when the machine
 *   has no PostgreSQL for it.
 */
export async function startApp(options: AppOptions = {}): Promise<App> {
  const database = await startAppDatabase(options.database ?? 'embedded');
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'selfclaw-e2e-'));
  const port = options.port ?? (await freePort());
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, ...settings(database, dataDir, port), ...options.env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  let exitCode: number | null | undefined;
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve((exitCode = code))));

  const pidOf = (name: AppProcess) => (name === 'supervisor' ? child.pid : childNamed(child.pid!, name));

  function kill(name: AppProcess, signal: NodeJS.Signals = 'SIGKILL'): void {
    const pid = pidOf(name);
    if (!pid) throw new Error(`the process ${name} of the install does not run`);
    process.kill(pid, signal);
  }

  async function untilHealthy(withinMs = 60_000): Promise<void> {
    const deadline = performance.now() + withinMs;
    while (performance.now() < deadline) {
      if (exitCode !== undefined) throw new Error(`the install ended with ${exitCode}:\n${text}\n${readLogs(dataDir)}`);
      const answer = await fetch(`${url}${healthPath}`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
      if (answer?.ok) return;
      await sleep(150);
    }
    throw new Error(`the install was not healthy within ${withinMs} ms:\n${text}\n${readLogs(dataDir)}`);
  }

  async function stop(): Promise<number | null> {
    if (exitCode === undefined) child.kill('SIGTERM');
    const insist = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
    const code = await ended;
    clearTimeout(insist);
    await database.remove();
    if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
    return code;
  }

  const app: App = {
    url,
    port,
    dataDir,
    pidOf,
    kill,
    crashDatabase: async () => (database.crash ? database.crash() : kill('database')),
    untilHealthy,
    output: () => text,
    logs: () => readLogs(dataDir),
    stop,
  };
  try {
    await untilHealthy(startWithinMs);
    // The supervisor speaks when the worker is ready too.
    await untilSaid(() => text.includes('is ready'), 60_000);
  } catch (error) {
    await stop();
    throw error;
  }
  return app;
}

async function untilSaid(said: () => boolean, withinMs: number): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!said()) {
    if (performance.now() > deadline) throw new Error('the supervisor never said that it is ready');
    await sleep(50);
  }
}

function settings(database: AppDatabase, dataDir: string, port: number): Record<string, string> {
  // An empty setting counts as unset, and is not filled from a developer's .env.
  const cleared = Object.fromEntries(ambientSettings.map((name) => [name, '']));
  return {
    ...cleared,
    ...database.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    HOST: '127.0.0.1',
    MODEL_PROBE: 'false',
    LOG_LEVEL: 'info',
    NEXT_TELEMETRY_DISABLED: '1',
  };
}

/** The child of the supervisor that runs `dist/<name>.js`. */
function childNamed(supervisor: number, name: string): number | undefined {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' });
  for (const line of table.split('\n')) {
    const [, pid, parent, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    if (Number(parent) === supervisor && !state?.startsWith('Z') && command?.includes(`${path.sep}${name}.js`)) return Number(pid);
  }
  return undefined;
}

function readLogs(dataDir: string): string {
  const folder = path.join(dataDir, 'logs');
  try {
    const files = readdirSync(folder).filter((name) => name.endsWith('.log'));
    return files.map((name) => `--- ${name}\n${readFileSync(path.join(folder, name), 'utf8')}`).join('\n');
  } catch {
    return '';
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
