import { spawn } from 'node:child_process';

/** What curl printed, and how long it took to print its first byte. */
export type CurlRun = { exitCode: number | null; output: string; firstByteMs: number; totalMs: number };

/** Runs curl with these arguments, as a person would paste them into a terminal. */
export function curl(...args: string[]): Promise<CurlRun> {
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    const child = spawn('curl', ['--silent', '--show-error', '--max-time', '60', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    let firstByteMs = Number.NaN;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (output === '') firstByteMs = performance.now() - startedMs;
      output += text;
    });
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, output, firstByteMs, totalMs: performance.now() - startedMs }));
  });
}
