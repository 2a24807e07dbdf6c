import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { compactConversation } from '@/lib/compaction/contract';
import * as compaction from '@/lib/compaction/service';

export const POST = handle(compactConversation, ({ agent, body }) => compaction.compactConversation(agent, body.conversationId));
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
