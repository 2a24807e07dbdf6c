import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { getPrompt } from '@/lib/inspection/contract';
import * as inspection from '@/lib/inspection/service';

export const GET = handle(getPrompt, ({ agent, params }) => inspection.readPrompt(agent, params.messageId));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
