import { env } from '@/lib/platform/env';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Where people reach this install: PUBLIC_URL, or the printed address. */
export function publicUrl(): URL {
  const { PUBLIC_URL, HOST, PORT } = env();
  if (PUBLIC_URL) return new URL(PUBLIC_URL);
  const host = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST.includes(':') ? `[${HOST}]` : HOST;
  return new URL(`http://${host}:${PORT}`);
}

/** Whether cookies may and must be `Secure`. */
export function isSecure(): boolean {
  return publicUrl().protocol === 'https:';
}

/** Whether `host` (with port) is this install. All names of loopback count as one. */
export function isOwnHost(host: string): boolean {
  const own = publicUrl();
  if (host === own.host) return true;
  let given: URL;
  try {
    given = new URL(`${own.protocol}//${host}`);
  } catch {
    return false;
  }
  return given.port === own.port && LOOPBACK.has(given.hostname) && LOOPBACK.has(own.hostname);
}

/** Whether an `Origin` header names this install. */
export function isOwnOrigin(origin: string): boolean {
  try {
    const given = new URL(origin);
    return given.protocol === publicUrl().protocol && isOwnHost(given.host);
  } catch {
    return false;
  }
}

/** The address that a request was made to, when it is one of this install's names; else the public one. */
export function addressOf(request: Request): URL {
  const host = request.headers.get('host');
  const own = publicUrl();
  return host && isOwnHost(host) ? new URL(`${own.protocol}//${host}`) : own;
}
