import pino, { type Logger } from 'pino';
import { env } from './env';

/** Keys whose values never reach a log line, wherever they stand up to three levels deep. */
const secretKeys = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'token',
  'apiKey',
  'privateKey',
  'signature',
  'webhookSecret',
  'botToken',
  'set-cookie',
  'idempotency-key',
];
const redactedPaths = secretKeys.flatMap((key) => {
  const name = key.includes('-') ? `["${key}"]` : `.${key}`;
  const first = key.includes('-') ? `["${key}"]` : key;
  return [first, `*${name}`, `*.*${name}`];
});

let root: Logger | undefined;

/** The process's logger: JSON lines on stdout, secrets redacted. */
export function log(): Logger {
  root ??= pino({
    level: env().LOG_LEVEL,
    base: { process: process.env.SELFCLAW_PROCESS ?? 'app', pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: redactedPaths, censor: '[redacted]' },
    serializers: { error: pino.stdSerializers.err },
  });
  return root;
}
