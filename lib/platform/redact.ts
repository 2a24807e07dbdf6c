import pino from 'pino';

const REDACTED = '[redacted]';
const DEEPEST = 8;
const LONGEST_LIST = 100;

/** Names whose values never reach a log line, in any spelling: `apiKey`, `API_KEY` and `api-key` are one. */
const SECRET_NAMES = new Set([
  'authorization',
  'proxyauthorization',
  'cookie',
  'setcookie',
  'password',
  'secret',
  'sessionsecret',
  'webhooksecret',
  'encryptionkey',
  'token',
  'accesstoken',
  'refreshtoken',
  'bottoken',
  'sessiontoken',
  'metricstoken',
  'apikey',
  'xapikey',
  'xaiapikey',
  'openaiapikey',
  'embedderapikey',
  'privatekey',
  'signature',
  'idempotencykey',
  'databaseurl',
  'connectionstring',
]);

const isSecretName = (name: string) => SECRET_NAMES.has(name.toLowerCase().replace(/[^a-z]/g, ''));

/**
 * Makes a function that takes secrets out of a written log line: passwords inside addresses, bearer tokens, keys and webhook
 * secrets of this product and of model providers, and every value of `known`.
 */
export function createLineRedactor(known: readonly string[]): (line: string) => string {
  const values = known.filter((value) => value.length >= 8);
  return (line) => {
    const text = line
      .replace(/(\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:/@"]*:)[^\s@/"]+@/gi, `$1${REDACTED}@`)
      .replace(/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${REDACTED}`)
      .replace(/\b(mck_|sai_|whsec_|sk-|xai-)[\w-]{12,}/g, `$1${REDACTED}`);
    return values.reduce((safe, value) => safe.replaceAll(value, REDACTED), text);
  };
}

/** A copy of what is to be logged without the values of secret names, however deep they lie; errors become plain objects. */
export function redactSecrets(value: unknown, depth = 0, ancestors: readonly object[] = []): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (ancestors.includes(value)) return '[circular]';
  if (depth > DEEPEST) return '[deep]';
  const within = [...ancestors, value];
  if (value instanceof Error) return redactSecrets({ ...pino.stdSerializers.err(value) }, depth, within);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (value instanceof Headers || value instanceof Map) return redactSecrets(Object.fromEntries(value), depth, within);
  if (Array.isArray(value)) return value.slice(0, LONGEST_LIST).map((item) => redactSecrets(item, depth + 1, within));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, isSecretName(name) ? REDACTED : redactSecrets(item, depth + 1, within)]),
  );
}
