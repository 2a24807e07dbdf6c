import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { actorOf } from '@/lib/auth/principal';
import { undoReflection } from '@/lib/reflections/contract';
import * as undo from '@/lib/reflections/undo';

export const POST = handle(undoReflection, ({ agent, params, body, principal }) =>
  undo.undoReflection(agent, params.reflectionId, body, actorOf(principal)),
);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
