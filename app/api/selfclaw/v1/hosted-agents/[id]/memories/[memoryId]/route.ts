import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { actorOf } from '@/lib/auth/principal';
import { deleteMemory, patchMemory } from '@/lib/memories/contract';
import * as memories from '@/lib/memories/service';

export const PATCH = handle(patchMemory, ({ agent, params, body, principal }) =>
  memories.patchMemory(agent, params.memoryId, body, actorOf(principal)),
);

export const DELETE = handle(deleteMemory, ({ agent, params, principal }) =>
  memories.deleteMemory(agent, params.memoryId, actorOf(principal)),
);

export const { GET, POST, PUT, OPTIONS } = otherMethods('PATCH', 'DELETE');
