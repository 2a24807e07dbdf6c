import { spawn } from 'node:child_process';
import type { ChildSpec, Surroundings } from './supervise';

/** What the preparing process tells the supervisor. */
export type PreparationMessage = { type: 'waiting' } | { type: 'prepared' } | { type: 'failed'; reason: string };

/** A process that loads while the database starts, and prepares the database once it is told where that listens. */
export type Preparation = { apply: (databaseUrl: string) => Promise<void> };

/** Starts the preparing process. `apply` rejects with a sentence when the database cannot be brought up to date. */
export function startPreparation(spec: ChildSpec, { say, collect }: Pick<Surroundings, 'say' | 'collect'>): Preparation {
  const child = spawn(process.execPath, spec.command, {
    env: { ...process.env, ...spec.environment, SELFCLAW_PROCESS: spec.name },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    windowsHide: true,
  });
  collect(spec, { stdout: child.stdout!, stderr: child.stderr! });
  const finished = new Promise<void>((resolve, reject) => {
    child.on('message', (message: PreparationMessage) => {
      if (message.type === 'waiting') say('The database does not answer yet; trying for a minute.');
      if (message.type === 'prepared') resolve();
      if (message.type === 'failed') reject(new Error(message.reason));
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`The database could not be prepared (${signal ?? `exit code ${code}`}).`)));
  });
  // It is heard of by whoever applies it.
  finished.catch(() => {});
  return {
    apply: (databaseUrl) => {
      child.send(databaseUrl, () => {});
      return finished;
    },
  };
}
