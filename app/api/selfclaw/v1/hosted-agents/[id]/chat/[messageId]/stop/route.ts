import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { stopReply } from '@/lib/chat/contract';
import * as chat from '@/lib/chat/service';

export const POST = handle(stopReply, ({ agent, params }) => chat.stopReply(agent, params.messageId));
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
