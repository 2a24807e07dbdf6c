import type { OwnedAgent } from '@/lib/auth/principal';
import { pool, type Transaction } from '@/lib/platform/database';

export type GrantRow = { partnerId: string; partnerName: string; source: 'creator' | 'grant'; grantedAt: Date };

export async function readGrants(agent: OwnedAgent): Promise<GrantRow[]> {
  const { rows } = await pool().query<GrantRow>(
    `select p.id as "partnerId", p.name as "partnerName", 'creator' as source, a.created_at as "grantedAt"
     from agents a join partners p on p.id = a.created_by_partner_id where a.id = $1 and a.owner_id = $2
     union all
     select p.id, p.name, 'grant', g.created_at
     from agent_grants g join partners p on p.id = g.partner_id where g.agent_id = $1 and g.owner_id = $2
     order by 4`,
    [agent.id, agent.ownerId],
  );
  return rows;
}

export async function readPartners(): Promise<{ id: string; name: string }[]> {
  const { rows } = await pool().query<{ id: string; name: string }>(
    `select p.id, p.name from partners p
     where exists (select 1 from api_keys k where k.partner_id = p.id and k.revoked_at is null) order by p.name limit 200`,
  );
  return rows;
}

export async function isAdoptable(agent: OwnedAgent): Promise<boolean> {
  const { rowCount } = await pool().query(
    `select 1 from agents where id = $1 and owner_id = $2 and created_by_partner_id is not null and adopted_at is null`,
    [agent.id, agent.ownerId],
  );
  return (rowCount ?? 0) > 0;
}

/** Lets a partner in; false when there is no such partner. Granting twice changes nothing. */
export async function insertGrant(tx: Transaction, agent: OwnedAgent, partnerId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into agent_grants (agent_id, partner_id, owner_id) select $1, p.id, $2 from partners p where p.id = $3
     on conflict (agent_id, partner_id) do update set owner_id = excluded.owner_id`,
    [agent.id, agent.ownerId, partnerId],
  );
  return (rowCount ?? 0) > 0;
}

/** Ends a partner's access, also that of the partner which made the agent; false when there was none. */
export async function removeGrant(tx: Transaction, agent: OwnedAgent, partnerId: string): Promise<boolean> {
  const granted = await tx.query(`delete from agent_grants where agent_id = $1 and owner_id = $2 and partner_id = $3`, [
    agent.id,
    agent.ownerId,
    partnerId,
  ]);
  const created = await tx.query(
    `update agents set created_by_partner_id = null, updated_at = now()
     where id = $1 and owner_id = $2 and created_by_partner_id = $3 and adopted_at is not null`,
    [agent.id, agent.ownerId, partnerId],
  );
  return (granted.rowCount ?? 0) + (created.rowCount ?? 0) > 0;
}

/**
 * Takes a partner's agent over as the owner's own, within the owner's cap. The owner's row is locked first,
 * as every creation does, so that the count holds.
 */
export async function adoptAgent(tx: Transaction, agent: OwnedAgent, cap: number): Promise<'adopted' | 'cap' | 'unchanged'> {
  await tx.query(`select 1 from users where id = $1 for update`, [agent.ownerId]);
  const { rows } = await tx.query<{ own: number; adoptable: boolean }>(
    `select count(*) filter (where created_by_partner_id is null or adopted_at is not null)::int as own,
            coalesce(bool_or(id = $2 and created_by_partner_id is not null and adopted_at is null), false) as adoptable
     from agents where owner_id = $1`,
    [agent.ownerId, agent.id],
  );
  if (!rows[0]?.adoptable) return 'unchanged';
  if (rows[0].own >= cap) return 'cap';
  const { rowCount } = await tx.query(
    `update agents set adopted_at = now(), updated_at = now()
     where id = $1 and owner_id = $2 and created_by_partner_id is not null and adopted_at is null`,
    [agent.id, agent.ownerId],
  );
  return rowCount ? 'adopted' : 'unchanged';
}
