import { deleteAgent, getAgent, patchAgent } from '@/lib/agents/contract';
import * as agents from '@/lib/agents/service';
import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';

export const GET = handle(getAgent, ({ agent }) => agents.getAgent(agent));
export const PATCH = handle(patchAgent, ({ agent, body }) => agents.patchAgent(agent, body));
export const DELETE = handle(deleteAgent, ({ principal, agent, query }) =>
  agents.deleteAgent(principal, agent, query.permanent === 'true'),
);
export const { POST, PUT, OPTIONS } = otherMethods('GET', 'PATCH', 'DELETE');
