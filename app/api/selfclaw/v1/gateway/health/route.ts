import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { gatewayHealth } from '@/lib/gateway/contract';
import { readHealth } from '@/lib/gateway/health';

export const GET = handle(gatewayHealth, () => readHealth());
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
