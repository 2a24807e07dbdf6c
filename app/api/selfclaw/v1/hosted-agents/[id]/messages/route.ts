import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { listMessages } from '@/lib/conversations/contract';
import * as conversations from '@/lib/conversations/service';

export const GET = handle(listMessages, ({ agent, query }) => conversations.listMessages(agent, query));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
