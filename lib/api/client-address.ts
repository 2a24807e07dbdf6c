import { isIPv6 } from 'node:net';
import { env } from '@/lib/platform/env';

/** Set by the web entry from the socket; whatever a client sends under this name is replaced there. */
export const ADDRESS_HEADER = 'x-selfclaw-address';

// An IPv6 address with its zone takes less; a proxy that writes more is not obeyed.
const LONGEST_ADDRESS = 64;

/** The address a request came from. `X-Forwarded-For` counts only with TRUST_PROXY, and only its last entry: the proxy's own. */
export function clientAddress(request: Request): string {
  const forwarded = env().TRUST_PROXY ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return forwarded?.slice(0, LONGEST_ADDRESS) || request.headers.get(ADDRESS_HEADER) || 'unknown';
}

/**
 * What budgets count by: an IPv4 address, or the /64 of an IPv6 one, because whoever has one address of a /64 has all of them.
 */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const groups = (part: string) => part.split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(missing).fill('0'), ...groups(tail ?? '')];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
