import { AGENT_LIMIT } from '@/lib/agents/schema';
import type { OwnedAgent, Principal } from '@/lib/auth/principal';
import { writeAudit } from '@/lib/platform/audit';
import { transaction } from '@/lib/platform/database';
import { AppError, isRefusal, refuse } from '@/lib/platform/errors';
import { adoptAgent, insertGrant, isAdoptable, readGrants, readPartners, removeGrant } from './queries';

function assertOwnerHimself(principal: Principal): void {
  if (principal.kind !== 'session') throw new AppError('FORBIDDEN', 'Grants are changed by the owner in a signed-in browser');
}

/** Who may use an agent beside its owner, and who could be let in. */
export async function listGrants(agent: OwnedAgent) {
  const [grants, partners, adoptable] = await Promise.all([readGrants(agent), readPartners(), isAdoptable(agent)]);
  return { grants: grants.map((grant) => ({ ...grant, grantedAt: grant.grantedAt.toISOString() })), partners, adoptable };
}

/**
 * Lets a partner in, or adopts a partner's agent as the owner's own.
 *
 * @throws AppError FORBIDDEN when a key asks
 */
export async function putGrant(principal: Principal, agent: OwnedAgent, input: { partnerId?: string; adopt?: true }) {
  assertOwnerHimself(principal);
  const outcome = await transaction(async (tx) => {
    if (input.partnerId && !(await insertGrant(tx, agent, input.partnerId))) return refuse('NOT_FOUND', 'Partner not found');
    if (input.adopt && (await adoptAgent(tx, agent, AGENT_LIMIT)) === 'cap') {
      return refuse('AGENT_LIMIT_REACHED', `You can have at most ${AGENT_LIMIT} agents of your own`);
    }
    await writeAudit(tx, { ownerId: agent.ownerId, agentId: agent.id, actor: 'owner', action: 'grant.put', details: input });
    return undefined;
  });
  return isRefusal(outcome) ? outcome : listGrants(agent);
}

/**
 * Ends a partner's access to an agent. An agent that the partner made must be adopted first, or nobody could reach it as their own.
 *
 * @throws AppError FORBIDDEN when a key asks
 */
export async function deleteGrant(principal: Principal, agent: OwnedAgent, partnerId: string) {
  assertOwnerHimself(principal);
  const removed = await transaction(async (tx) => {
    const done = await removeGrant(tx, agent, partnerId);
    if (done)
      await writeAudit(tx, { ownerId: agent.ownerId, agentId: agent.id, actor: 'owner', action: 'grant.deleted', details: { partnerId } });
    return done;
  });
  return removed
    ? listGrants(agent)
    : refuse('NOT_FOUND', 'This partner has no access to end; an agent that it made must be adopted first');
}
