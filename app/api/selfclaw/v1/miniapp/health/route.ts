import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { miniappHealth } from '@/lib/gateway/contract';

export const GET = handle(miniappHealth, () => ({ ok: true as const }));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
