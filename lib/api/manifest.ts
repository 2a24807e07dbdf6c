import { now } from '@/lib/platform/clock';
import type { Endpoint } from './endpoint';

const AUTH_WORDS: Record<Endpoint['access'], string> = {
  none: 'none',
  session: 'session',
  user: 'mck_key + wallet',
  ownership: 'mck_key + ownership',
};

/** The list of endpoints that `GET /v1/gateway/endpoints` gives. */
export function describeEndpoints(contract: readonly Endpoint[]) {
  const endpoints = contract.map(({ method, path, access, summary, extension }) => ({
    method,
    path,
    auth: AUTH_WORDS[access],
    description: summary,
    extension: extension ?? false,
  }));
  return { totalEndpoints: endpoints.length, endpoints, generatedAt: now().toISOString() };
}
