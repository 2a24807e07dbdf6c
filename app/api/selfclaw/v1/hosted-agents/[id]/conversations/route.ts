import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { listConversations } from '@/lib/conversations/contract';
import * as conversations from '@/lib/conversations/service';

export const GET = handle(listConversations, ({ agent, query }) => conversations.listConversations(agent, query));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
