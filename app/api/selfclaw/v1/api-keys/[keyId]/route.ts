import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { revokeApiKey } from '@/lib/api-keys/contract';
import * as apiKeys from '@/lib/api-keys/service';

export const DELETE = handle(revokeApiKey, ({ principal, params }) => apiKeys.revokeApiKey(principal, params.keyId));
export const { GET, POST, PUT, PATCH, OPTIONS } = otherMethods('DELETE');
