import { getSettings, putSettings } from '@/lib/agents/contract';
import * as agents from '@/lib/agents/service';
import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';

export const GET = handle(getSettings, ({ agent }) => agents.getSettings(agent));
export const PUT = handle(putSettings, ({ agent, body }) => agents.putSettings(agent, body));
export const { POST, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'PUT');
