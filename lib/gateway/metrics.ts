import { equalSecrets } from '@/lib/platform/crypto';
import { env } from '@/lib/platform/env';
import { refuse } from '@/lib/platform/errors';
import { metrics } from '@/lib/platform/metrics';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** The metrics, for loopback or a bearer of METRICS_TOKEN. Behind a proxy on the same machine loopback tells nothing, so the token is needed. */
export async function answerMetrics(request: Request, address: string) {
  const { METRICS_TOKEN, TRUST_PROXY } = env();
  const bearer = request.headers.get('authorization')?.match(/^Bearer\s+(\S+)$/i)?.[1];
  const byToken = METRICS_TOKEN !== undefined && bearer !== undefined && equalSecrets(bearer, METRICS_TOKEN);
  const proxied = TRUST_PROXY || request.headers.has('x-forwarded-for') || request.headers.has('forwarded');
  if (!byToken && (proxied || !LOOPBACK.test(address))) return refuse('FORBIDDEN', 'Metrics are for loopback or a bearer of METRICS_TOKEN');
  const { registry } = metrics();
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' } });
}
