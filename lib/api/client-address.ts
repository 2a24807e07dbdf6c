import { env } from '@/lib/platform/env';

/** Set by the web entry from the socket; whatever a client sends under this name is replaced there. */
export const ADDRESS_HEADER = 'x-selfclaw-address';

/** The address a request came from. `X-Forwarded-For` counts only with TRUST_PROXY, and only its last entry: the proxy's own. */
export function clientAddress(request: Request): string {
  const forwarded = env().TRUST_PROXY ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return forwarded || request.headers.get(ADDRESS_HEADER) || 'unknown';
}
