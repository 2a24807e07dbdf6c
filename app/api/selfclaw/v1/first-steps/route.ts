import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { getFirstSteps, putFirstSteps } from '@/lib/first-steps/contract';
import * as firstSteps from '@/lib/first-steps/service';

export const GET = handle(getFirstSteps, ({ principal }) => firstSteps.readFirstSteps(principal));
export const PUT = handle(putFirstSteps, ({ principal, body }) => firstSteps.changeFirstSteps(principal, body));
export const { POST, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'PUT');
