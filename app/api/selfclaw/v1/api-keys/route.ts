import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { createApiKey, listApiKeys } from '@/lib/api-keys/contract';
import * as apiKeys from '@/lib/api-keys/service';

export const GET = handle(listApiKeys, ({ principal }) => apiKeys.listApiKeys(principal));
export const POST = handle(createApiKey, ({ principal, body, markDone }) => apiKeys.createApiKey(principal, body, markDone));
export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
