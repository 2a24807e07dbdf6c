import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { searchConversations } from '@/lib/conversations/contract';
import * as conversations from '@/lib/conversations/service';

export const GET = handle(searchConversations, ({ agent, query }) => conversations.searchConversations(agent, query));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
