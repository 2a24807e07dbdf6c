import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { deleteConversation, patchConversation } from '@/lib/conversations/contract';
import * as conversations from '@/lib/conversations/service';

export const PATCH = handle(patchConversation, ({ agent, params, body }) =>
  conversations.renameTo(agent, params.conversationId, body.title),
);

export const DELETE = handle(deleteConversation, ({ agent, params }) => conversations.deleteConversation(agent, params.conversationId));

export const { GET, POST, PUT, OPTIONS } = otherMethods('PATCH', 'DELETE');
