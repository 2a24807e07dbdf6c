import { env } from '@/lib/platform/env';

const EXPOSED = 'X-Quota-Tokens-Used, X-Quota-Tokens-Remaining, X-Quota-Reset, X-Request-Id, Retry-After, Idempotency-Replayed';
const ALLOWED = 'Authorization, X-Wallet-Address, Content-Type, Accept, Idempotency-Key, Last-Event-ID';

/**
 * Headers for browsers of other origins: bearer calls from anywhere, cookies only from ALLOWED_ORIGINS.
 */
export function corsHeaders(request: Request): [string, string][] {
  const origin = request.headers.get('origin');
  if (!origin) return [];
  const trusted = env().ALLOWED_ORIGINS.includes(origin);
  const headers: [string, string][] = [
    ['access-control-allow-origin', trusted ? origin : '*'],
    ['access-control-expose-headers', EXPOSED],
  ];
  if (trusted) headers.push(['access-control-allow-credentials', 'true'], ['vary', 'Origin']);
  return headers;
}

/** The answer to a preflight request for `methods`. */
export function preflightResponse(request: Request, methods: readonly string[]): Response {
  const headers = new Headers(corsHeaders(request));
  headers.set('access-control-allow-methods', [...methods, 'OPTIONS'].join(', '));
  headers.set('access-control-allow-headers', ALLOWED);
  headers.set('access-control-max-age', '86400');
  headers.set('allow', [...methods, 'OPTIONS'].join(', '));
  return new Response(null, { status: 204, headers });
}
