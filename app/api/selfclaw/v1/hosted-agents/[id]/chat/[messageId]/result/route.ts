import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { getResult } from '@/lib/chat/contract';
import * as chat from '@/lib/chat/service';

export const GET = handle(getResult, ({ agent, params }) => chat.readResult(agent, params.messageId));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
