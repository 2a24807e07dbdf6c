import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { regenerateReply } from '@/lib/chat/contract';
import * as chat from '@/lib/chat/service';

export const POST = handle(regenerateReply, ({ agent, params }) => chat.regenerateReply(agent, params.messageId));
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
