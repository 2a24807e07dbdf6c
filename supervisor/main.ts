import path from 'node:path';
import { type Environment, readEnvironment } from '@/lib/platform/env';
import { findPort, printedAddress } from './address';
import { announcement } from './announcement';
import { applicationSpecs, databaseSpec, type Install, preparationSpec } from './child-specs';
import { lockInstall } from './install-lock';
import { installSecrets, type InstallSecrets } from './install-secrets';
import { openOutput, type Output } from './output';
import { startPreparation } from './preparation';
import { preparedDatabaseUrl, rememberPrepared } from './prepared';
import { runInstall, type StartingInstall } from './run-install';

// The bundle lies in `dist/`, beside those of the processes.
const bundles = import.meta.dirname;
const root = path.dirname(bundles);

// Processes that lost their supervisor take up to seven seconds to finish what they do.
const PREDECESSOR_ENDS_WITHIN_MS = 8_000;

// One Ctrl-C arrives twice under npm: from the terminal, and passed on by npm.
const SAME_KEYSTROKE_MS = 300;

function secretsOf(environment: Environment): InstallSecrets {
  const { SESSION_SECRET, ENCRYPTION_KEY } = environment;
  if (SESSION_SECRET && ENCRYPTION_KEY) return { SESSION_SECRET, ENCRYPTION_KEY };
  const kept = installSecrets(environment.DATA_DIR);
  return { SESSION_SECRET: SESSION_SECRET ?? kept.SESSION_SECRET, ENCRYPTION_KEY: ENCRYPTION_KEY ?? kept.ENCRYPTION_KEY };
}

/** Ends everything for Ctrl-C, SIGTERM and a closed terminal; a second Ctrl-C does not wait. */
function endOnSignals(install: StartingInstall, output: Output, release: () => void): () => boolean {
  let endingSince: number | undefined;
  async function end(signal: NodeJS.Signals): Promise<void> {
    if (endingSince !== undefined) {
      if (signal !== 'SIGINT' || performance.now() - endingSince < SAME_KEYSTROKE_MS) return;
      install.kill();
      process.exit(130);
    }
    endingSince = performance.now();
    output.say('Ending; Ctrl-C again ends at once.');
    await install.stop();
    release();
    output.close();
    process.exit(0);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(signal));
  return () => endingSince !== undefined;
}

/**
 * Runs one install until it is told to end: locks its data folder, starts the database, the web and the worker process,
 * prints the address, and starts again whatever dies.
 *
 * @throws Error with a sentence for the person who started it.
 */
export async function main(): Promise<void> {
  const environment = readEnvironment();
  // Processes and their packages are found from the checkout, wherever the person stands.
  process.chdir(root);
  const self = { pid: process.pid, address: printedAddress(environment.HOST, environment.PORT) };
  const lock = await lockInstall(environment.DATA_DIR, self);
  if ('runningInstall' in lock) {
    const { address, pid } = lock.runningInstall;
    throw new Error(
      `SelfClaw already runs on the data folder ${environment.DATA_DIR}: ${address} (process ${pid}).\n` +
        `For a second install beside it:\n  DATA_DIR=./data-2 PORT=${Number(new URL(address).port) + 1} npm start`,
    );
  }
  const port = await findPort(environment.HOST, environment.PORT, lock.tookOver ? PREDECESSOR_ENDS_WITHIN_MS : 0);
  self.address = printedAddress(environment.HOST, port);
  const install: Install = { root, bundles, environment, port, secrets: secretsOf(environment) };
  const everything = environment.LOG_TO === 'stdout';
  const output = openOutput(path.join(environment.DATA_DIR, 'logs'), everything);
  const preparation = startPreparation(preparationSpec(install), output);
  const running = runInstall(
    {
      database: environment.DATABASE_URL ? undefined : databaseSpec(install),
      databaseUrl: environment.DATABASE_URL,
      preparedDatabaseUrl: environment.DATABASE_URL ? undefined : preparedDatabaseUrl(bundles, environment.DATA_DIR),
      migrate: async (url) => {
        await preparation.apply(url);
        if (!environment.DATABASE_URL) rememberPrepared(bundles, environment.DATA_DIR, url);
      },
      application: (url) => applicationSpecs(install, url),
    },
    output,
  );
  const isEnding = endOnSignals(running, output, lock.release);
  try {
    await running.ready;
  } catch (error) {
    if (isEnding()) return;
    await running.stop();
    lock.release();
    throw new Error(`${(error as Error).message}${everything ? '' : `\nThe logs are in ${path.join(environment.DATA_DIR, 'logs')}`}`, {
      cause: error,
    });
  }
  if (isEnding()) return;
  for (const line of announcement(environment, self.address, everything)) output.say(line);
}

// Run by itself, as a service or a container does; `npm start` imports it instead.
if (process.argv[1] === import.meta.filename) {
  main().catch((error: Error) => {
    console.error(error.message);
    process.exit(1);
  });
}
