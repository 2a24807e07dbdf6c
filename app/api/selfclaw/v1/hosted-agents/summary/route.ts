import { summarizeAgents } from '@/lib/agents/contract';
import * as agents from '@/lib/agents/service';
import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';

export const GET = handle(summarizeAgents, ({ principal }) => agents.summarizeAgents(principal));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
