import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { actorOf } from '@/lib/auth/principal';
import { startReflection } from '@/lib/reflections/contract';
import * as reflections from '@/lib/reflections/service';

export const POST = handle(startReflection, ({ agent, principal }) => reflections.startReflection(agent, actorOf(principal)));
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
