import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { issueChallenge } from '@/lib/auth/challenge';
import { connectNonce } from '@/lib/auth/contract';

export const POST = handle(connectNonce, ({ request, body }) => issueChallenge(request, body));
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
