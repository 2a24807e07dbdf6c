import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { actorOf } from '@/lib/auth/principal';
import { addMemory, listMemories } from '@/lib/memories/contract';
import * as memories from '@/lib/memories/service';

export const GET = handle(listMemories, ({ agent, query }) => memories.listMemories(agent, query));

export const POST = handle(addMemory, ({ agent, body, principal, markDone }) => {
  const actor = actorOf(principal);
  const memory = { content: body.content ?? body.fact ?? '', category: body.category, pinned: body.pinned, source: actor, actor };
  return memories.addMemory(agent, memory, markDone);
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
