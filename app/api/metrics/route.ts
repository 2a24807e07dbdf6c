import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { readMetrics } from '@/lib/gateway/contract';
import { answerMetrics } from '@/lib/gateway/metrics';

export const GET = handle(readMetrics, ({ request, address }) => answerMetrics(request, address));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
