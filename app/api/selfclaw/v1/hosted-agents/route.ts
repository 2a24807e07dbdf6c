import { createAgent, listAgents } from '@/lib/agents/contract';
import * as agents from '@/lib/agents/service';
import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';

export const GET = handle(listAgents, ({ principal }) => agents.listAgents(principal));
export const POST = handle(createAgent, ({ principal, body, markDone }) => agents.createAgent(principal, body, markDone));
export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
