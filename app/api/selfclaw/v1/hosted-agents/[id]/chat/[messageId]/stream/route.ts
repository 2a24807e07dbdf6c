import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { streamReply } from '@/lib/chat/contract';
import * as chat from '@/lib/chat/service';

export const GET = handle(streamReply, ({ agent, params, request }) =>
  chat.followReply(agent, params.messageId, request.headers.get('last-event-id')),
);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
