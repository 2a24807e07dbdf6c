import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { getAwareness } from '@/lib/awareness/contract';
import * as awareness from '@/lib/awareness/service';

export const GET = handle(getAwareness, ({ agent }) => awareness.readAwareness(agent));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
