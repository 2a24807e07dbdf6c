import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { sendMessage } from '@/lib/chat/contract';
import * as chat from '@/lib/chat/service';

export const POST = handle(sendMessage, ({ agent, principal, query, body, request }) =>
  chat.sendMessage(agent, principal, { ...body, stream: chat.wantsStream(request, query.poll) }),
);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
