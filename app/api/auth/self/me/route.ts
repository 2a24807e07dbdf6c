import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { me } from '@/lib/auth/contract';
import { readMe } from '@/lib/auth/service';

export const GET = handle(me, ({ request }) => readMe(request));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
