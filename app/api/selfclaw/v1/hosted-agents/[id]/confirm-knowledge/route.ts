import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { actorOf } from '@/lib/auth/principal';
import { confirmKnowledge } from '@/lib/spawning/contract';
import * as spawning from '@/lib/spawning/service';

export const POST = handle(confirmKnowledge, ({ agent, body, principal }) =>
  spawning.confirmKnowledge(agent, body, { actor: actorOf(principal) }),
);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
