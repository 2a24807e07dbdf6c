import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { getMemoryHistory } from '@/lib/memories/contract';
import * as memories from '@/lib/memories/service';

export const GET = handle(getMemoryHistory, ({ agent, params }) => memories.readHistory(agent, params.memoryId));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
