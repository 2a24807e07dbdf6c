import path from 'node:path';
import { createDatabaseLog } from './database-log';
import { startEmbeddedDatabase } from './embedded/start';

/** Exit code when another process serves the folder already (EX_TEMPFAIL). */
const ALREADY_SERVED_EXIT_CODE = 75;

// Process entry of the embedded database: `${DATA_DIR}/database`, until SIGTERM, SIGINT or the end of the parent.
const log = createDatabaseLog('database');
const dataDir = path.join(path.resolve(process.env.DATA_DIR || './data'), 'database');

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
  const database = await startEmbeddedDatabase({ dataDir, log });
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
