import { pool } from '@/lib/platform/database';
import { AppError } from '@/lib/platform/errors';
import type { OwnedAgent, OwnedAgentId, OwnerId, Principal } from './principal';

/** An agent as it concerns who may use it. `partnerMay` is about the partner that asks; true for owners. */
export type AgentAccess = { id: bigint; ownerId: string; name: string; status: string; partnerMay: boolean };

/** The partner that asks; null for the owner. */
export const askingPartner = (principal: Principal) => (principal.kind === 'partner-key' ? principal.partnerId : null);

/** What a partner may touch: agents it made, and agents whose owner let it in. `partner` is an expression, null for owners. */
export const partnerMay = (partner: string) => `(${partner} is null or a.created_by_partner_id = ${partner}
  or exists (select 1 from agent_grants g where g.agent_id = a.id and g.partner_id = ${partner}))`;

/**
 * Authorises the caller for one agent.
 *
 * @param known the agent's row where it was read with the caller's key already; null when there is no such agent
 * @throws AppError NOT_FOUND for an unknown id, FORBIDDEN for an agent of somebody else
 */
export async function ownAgent(principal: Principal, id: bigint, known?: AgentAccess | null): Promise<OwnedAgent> {
  const agent = known === undefined ? await readAgentAccess(principal, id) : known;
  if (!agent) throw new AppError('NOT_FOUND', 'Agent not found');
  if (agent.ownerId !== principal.ownerId || !agent.partnerMay) throw new AppError('FORBIDDEN', 'This agent is not yours');
  return {
    id: agent.id as OwnedAgentId,
    ownerId: agent.ownerId as OwnerId,
    name: agent.name,
    status: agent.status,
    askingPartnerId: askingPartner(principal),
  };
}

async function readAgentAccess(principal: Principal, id: bigint): Promise<AgentAccess | undefined> {
  const { rows } = await pool().query<AgentAccess>({
    name: 'agent-own',
    text: `select a.id, a.owner_id as "ownerId", a.name, a.status, ${partnerMay('$2::uuid')} as "partnerMay" from agents a where a.id = $1`,
    values: [id, askingPartner(principal)],
  });
  return rows[0];
}

/** All agents that the caller may use, oldest first. */
export async function visibleAgents(principal: Principal): Promise<OwnedAgent[]> {
  const { rows } = await pool().query<OwnedAgent>({
    name: 'agents-visible',
    text: `select a.id, a.owner_id as "ownerId", a.name, a.status from agents a where a.owner_id = $1 and ${partnerMay('$2::uuid')} order by a.created_at, a.id`,
    values: [principal.ownerId, askingPartner(principal)],
  });
  return rows;
}

/**
 * Marks an agent of a job or of an internal step as checked. For workers, which act for the owner that the row names.
 */
export function trustedAgent(row: { id: bigint; ownerId: string; name: string; status: string }): OwnedAgent {
  return { id: row.id as OwnedAgentId, ownerId: row.ownerId as OwnerId, name: row.name, status: row.status };
}
