import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createDatabaseLog } from './database-log';
import { openBackendSession } from './embedded/backend-session';
import { ABORT_EXIT_CODE, startEmbeddedDatabase } from './embedded/start';

/** Exit code when another process serves the folder already (EX_TEMPFAIL). */
const ALREADY_SERVED_EXIT_CODE = 75;

// Process entry of the embedded database: `${DATA_DIR}/database`, until SIGTERM, SIGINT or the end of the parent.
const log = createDatabaseLog('database');
const dataDir = path.join(path.resolve(process.env.DATA_DIR || './data'), 'database');

const LAY_DOWN = '--lay-down';

// This program again, for the one task of laying down a database.
async function layDown(folder: string): Promise<void> {
  const child = fork(process.argv[1]!, [LAY_DOWN, folder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('the database could not be laid down; the lines above say why');
}

if (process.argv[2] === LAY_DOWN) {
  process.on('disconnect', () => process.exit(1));
  const session = await openBackendSession({
    folder: process.argv[3],
    durable: true,
    onAbort(reason) {
      log.error({ reason }, 'the embedded database died while it was laid down');
      process.exit(ABORT_EXIT_CODE);
    },
  });
  await session.close();
  process.exit(0);
}

let stopping: Promise<void> | undefined;
let stop = async (): Promise<void> => {};

function end(reason: string): void {
  stopping ??= stop()
    .then(() => log.info({ reason }, 'the embedded database stopped'))
    .catch((error: unknown) => log.error({ error }, 'the embedded database could not stop cleanly'))
    .then(() => process.exit(0));
}

process.on('SIGTERM', () => end('SIGTERM'));
process.on('SIGINT', () => end('SIGINT'));
// The channel breaks when the parent is killed: nobody would be left to stop this process.
process.on('disconnect', () => end('the parent process is gone'));

try {
  const startedMs = Date.now();
  const database = await startEmbeddedDatabase({ dataDir, log, layDown });
  if (database.reused) {
    log.error({ dataDir }, 'another process serves this database folder already; stop it, or set another DATA_DIR');
    if (process.send) process.send({ type: 'refused', url: database.url });
    else process.stdout.write(`already served: ${database.url}\n`);
    process.exit(ALREADY_SERVED_EXIT_CODE);
  }
  stop = () => database.stop();
  if (stopping) process.exit(0);
  log.info({ dataDir, durationMs: Date.now() - startedMs }, 'the embedded database is ready');
  if (process.send) process.send({ type: 'ready', url: database.url });
  else process.stdout.write(`${database.url}\n`);
} catch (error) {
  log.error({ error, dataDir }, 'the embedded database could not start');
  process.exit(1);
}
