import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { sendMessage } from '@/lib/chat/contract';
import * as chat from '@/lib/chat/service';

export const POST = handle(sendMessage, ({ agent, principal, query, body, request, markDone }) => {
  const message = { ...body, stream: chat.wantsStream(request, query.poll) };
  return chat.sendMessage(agent, principal, message, request.headers.has('idempotency-key') ? markDone : undefined);
});
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
