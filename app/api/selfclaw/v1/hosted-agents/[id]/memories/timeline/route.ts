import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { getMemoryTimeline } from '@/lib/memories/contract';
import * as memories from '@/lib/memories/service';

export const GET = handle(getMemoryTimeline, ({ agent, query }) => memories.readTimeline(agent, query));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
