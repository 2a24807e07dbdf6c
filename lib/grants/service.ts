import { AGENT_LIMIT } from '@/lib/agents/schema';
import type { OwnedAgent, Principal } from '@/lib/auth/principal';
import { writeAudit } from '@/lib/platform/audit';
import { transaction } from '@/lib/platform/database';
import { AppError, refuse } from '@/lib/platform/errors';
import { adoptAgent, insertGrant, isAdoptable, readGrants, readPartners, removeGrant } from './queries';

function assertOwnerHimself(principal: Principal): void {
  if (principal.kind !== 'session') throw new AppError('FORBIDDEN', 'Grants are changed by the owner in a signed-in browser');
}

/** Who may use an agent beside its owner, and who could be let in. A partner sees itself alone: the others are not its business. */
export async function listGrants(principal: Principal, agent: OwnedAgent) {
  const [grants, partners, adoptable] = await Promise.all([readGrants(agent), readPartners(), isAdoptable(agent)]);
  const isVisible = (partnerId: string) => principal.kind !== 'partner-key' || partnerId === principal.partnerId;
  return {
    grants: grants.filter((grant) => isVisible(grant.partnerId)).map((grant) => ({ ...grant, grantedAt: grant.grantedAt.toISOString() })),
    partners: partners.filter((partner) => isVisible(partner.id)),
    adoptable,
  };
}

/**
 * Lets a partner in, or adopts a partner's agent as the owner's own.
 *
 * @throws AppError FORBIDDEN when a key asks, NOT_FOUND for an unknown partner, AGENT_LIMIT_REACHED
 */
export async function putGrant(principal: Principal, agent: OwnedAgent, input: { partnerId?: string; adopt?: true }) {
  assertOwnerHimself(principal);
  await transaction(async (tx) => {
    // Thrown, not returned, so that half of what was asked is not kept.
    if (input.partnerId && !(await insertGrant(tx, agent, input.partnerId))) throw new AppError('NOT_FOUND', 'Partner not found');
    if (input.adopt && (await adoptAgent(tx, agent, AGENT_LIMIT)) === 'cap') {
      throw new AppError('AGENT_LIMIT_REACHED', `You can have at most ${AGENT_LIMIT} agents of your own`);
    }
    await writeAudit(tx, { ownerId: agent.ownerId, agentId: agent.id, actor: 'owner', action: 'grant.put', details: input });
  });
  return listGrants(principal, agent);
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
    ? listGrants(principal, agent)
    : refuse('NOT_FOUND', 'This partner has no access to end; an agent that it made must be adopted first');
}
