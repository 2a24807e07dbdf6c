import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { actorOf } from '@/lib/auth/principal';
import { restoreSoul } from '@/lib/soul/contract';
import * as soul from '@/lib/soul/service';

export const POST = handle(restoreSoul, ({ agent, body, principal }) => soul.restoreSoul(agent, body, actorOf(principal)));
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
