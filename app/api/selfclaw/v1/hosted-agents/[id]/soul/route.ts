import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { actorOf } from '@/lib/auth/principal';
import { getSoul, putSoul } from '@/lib/soul/contract';
import * as soul from '@/lib/soul/service';

export const GET = handle(getSoul, ({ agent }) => soul.readSoul(agent));
export const PUT = handle(putSoul, ({ agent, body, principal }) => soul.writeSoul(agent, body, actorOf(principal)));
export const { POST, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'PUT');
