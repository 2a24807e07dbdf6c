import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { editMessage } from '@/lib/chat/contract';
import * as chat from '@/lib/chat/service';

export const PATCH = handle(editMessage, ({ agent, principal, params, body }) =>
  chat.editMessage(agent, principal, params.messageId, body.message),
);
export const { GET, POST, PUT, DELETE, OPTIONS } = otherMethods('PATCH');
