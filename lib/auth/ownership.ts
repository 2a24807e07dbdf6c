import { pool } from '@/lib/platform/database';
import { AppError } from '@/lib/platform/errors';
import type { OwnedAgent, OwnedAgentId, OwnerId, Principal } from './principal';

type AgentRow = { id: bigint; ownerId: string; name: string; status: string; partnerMay: boolean };

const partnerOf = (principal: Principal) => (principal.kind === 'partner-key' ? principal.partnerId : null);

/** What a partner may touch: agents it made, and agents whose owner let it in. `$2` is the partner, or null for owners. */
const PARTNER_MAY = `($2::uuid is null or a.created_by_partner_id = $2
  or exists (select 1 from agent_grants g where g.agent_id = a.id and g.partner_id = $2))`;

/**
 * Authorises the caller for one agent.
 *
 * @throws AppError NOT_FOUND for an unknown id, FORBIDDEN for an agent of somebody else
 */
export async function ownAgent(principal: Principal, id: bigint): Promise<OwnedAgent> {
  const { rows } = await pool().query<AgentRow>({
    name: 'agent-own',
    text: `select a.id, a.owner_id as "ownerId", a.name, a.status, ${PARTNER_MAY} as "partnerMay" from agents a where a.id = $1`,
    values: [id, partnerOf(principal)],
  });
  const agent = rows[0];
  if (!agent) throw new AppError('NOT_FOUND', 'Agent not found');
  if (agent.ownerId !== principal.ownerId || !agent.partnerMay) throw new AppError('FORBIDDEN', 'This agent is not yours');
  return { id: agent.id as OwnedAgentId, ownerId: agent.ownerId as OwnerId, name: agent.name, status: agent.status };
}

/** All agents that the caller may use, oldest first. */
export async function visibleAgents(principal: Principal): Promise<OwnedAgent[]> {
  const { rows } = await pool().query<OwnedAgent>({
    name: 'agents-visible',
    text: `select a.id, a.owner_id as "ownerId", a.name, a.status from agents a where a.owner_id = $1 and ${PARTNER_MAY} order by a.created_at, a.id`,
    values: [principal.ownerId, partnerOf(principal)],
  });
  return rows;
}

/**
 * Marks an agent of a job or of an internal step as checked. For workers, which act for the owner that the row names.
 */
export function trustedAgent(row: { id: bigint; ownerId: string; name: string; status: string }): OwnedAgent {
  return { id: row.id as OwnedAgentId, ownerId: row.ownerId as OwnerId, name: row.name, status: row.status };
}
