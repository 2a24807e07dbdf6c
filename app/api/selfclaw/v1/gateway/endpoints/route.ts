import { handle } from '@/lib/api/handle';
import { describeEndpoints } from '@/lib/api/manifest';
import { otherMethods } from '@/lib/api/other-methods';
import { contract } from '@/lib/contract';
import { listEndpoints } from '@/lib/gateway/contract';

export const GET = handle(listEndpoints, () => describeEndpoints(contract));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
