import pino, { type Logger } from 'pino';
import { env } from './env';
import { createLineRedactor, redactSecrets } from './redact';

const BATCH_BYTES = 4_096;
const BATCH_MS = 100;

let root: Logger | undefined;

/** The process's logger: JSON lines on stdout, secrets redacted. */
export function log(): Logger {
  root ??= createLog();
  return root;
}

/** The install's own secrets, which no message may repeat, not even a library's. */
function configuredSecrets(): string[] {
  const { SESSION_SECRET, ENCRYPTION_KEY, METRICS_TOKEN, XAI_API_KEY, OPENAI_API_KEY, EMBEDDER_API_KEY, CHAIN_RPC_URL } = env();
  const secrets = [SESSION_SECRET, ENCRYPTION_KEY, METRICS_TOKEN, XAI_API_KEY, OPENAI_API_KEY, EMBEDDER_API_KEY, CHAIN_RPC_URL];
  return secrets.filter((secret) => secret !== undefined);
}

/** A logger like {@link log} that writes to `destination`; stdout when it is left out. */
export function createLog(destination?: pino.DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level: env().LOG_LEVEL,
    base: { process: process.env.SELFCLAW_PROCESS ?? 'app', pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { log: (fields) => redactSecrets(fields) as Record<string, unknown> },
    hooks: { streamWrite: createLineRedactor(configuredSecrets()) },
  };
  // Lines are written together, at the latest after a moment: a system call a line is dear. Exits and fatal errors write them at once.
  return pino(options, destination ?? pino.destination({ dest: 1, sync: false, minLength: BATCH_BYTES, periodicFlush: BATCH_MS }));
}
