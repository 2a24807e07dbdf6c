import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** A database process of a test. */
export type DatabaseProcess = {
  child: ChildProcess;
  url: string;
  /** The process's log so far. */
  output(): string;
  /** Sends a signal and waits for the end; returns the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
};

/** Starts a TypeScript program as the supervisor would, with an IPC channel. */
export function forkProgram(file: string, parameters: string[] = [], env: Record<string, string> = {}): ChildProcess {
  return fork(path.resolve(root, file), parameters, {
    cwd: root,
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** Starts the database process on `${dataDir}/database` and waits until it is ready. @throws Error with its log when it ends first. */
export async function startDatabaseProcess(dataDir: string): Promise<DatabaseProcess> {
  const child = forkProgram('database/main.ts', [], { DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'info' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const url = await new Promise<string>((resolve, reject) => {
    child.on('message', (message: { type: string; url: string }) => message.type === 'ready' && resolve(message.url));
    child.once('exit', (code) => reject(new Error(`the database process ended with ${code}: ${output}`)));
  });
  return {
    child,
    url,
    output: () => output,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

/** Runs a TypeScript program to its end. */
export async function runProgram(
  file: string,
  parameters: string[],
  env: Record<string, string>,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = forkProgram(file, parameters, env);
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}
