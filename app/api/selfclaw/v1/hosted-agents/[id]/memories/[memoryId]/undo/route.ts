import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { actorOf } from '@/lib/auth/principal';
import { undoMemory } from '@/lib/memories/contract';
import * as memories from '@/lib/memories/service';

export const POST = handle(undoMemory, ({ agent, params, principal }) => memories.undoMemory(agent, params.memoryId, actorOf(principal)));

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
