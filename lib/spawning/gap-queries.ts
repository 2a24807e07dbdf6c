import type { OwnedAgent } from '@/lib/auth/principal';
import { type Executor, pool, type Transaction } from '@/lib/platform/database';
import type { GapRow } from './queries';
import type { GapField, KnowledgeGapWire } from './schema';

/** Writes what is open. A gap that is known stays as it is, but for a guess that came since. */
export async function insertGaps(tx: Transaction, agent: OwnedAgent, gaps: readonly Omit<KnowledgeGapWire, 'question'>[]): Promise<void> {
  await tx.query(
    `insert into knowledge_gaps as g (agent_id, owner_id, field, position, type, inferred_value)
     select $1, $2, x.field, x.place - 1, x.type, x."inferredValue"
     from rows from (jsonb_to_recordset($3::jsonb) as (field text, type text, "inferredValue" text)) with ordinality as x(field, type, "inferredValue", place)
     on conflict (agent_id, field) do update set type = excluded.type, inferred_value = excluded.inferred_value, position = excluded.position
       where g.resolved_at is null and excluded.inferred_value is not null`,
    [agent.id, agent.ownerId, JSON.stringify(gaps)],
  );
}

/** What is open, in the order in which it is asked for. */
export async function findOpenGaps(agent: OwnedAgent, executor: Executor = pool()): Promise<GapRow[]> {
  const { rows } = await executor.query<GapRow>(
    `select field, type, inferred_value as "inferredValue" from knowledge_gaps
     where agent_id = $1 and owner_id = $2 and resolved_at is null order by position, field`,
    [agent.id, agent.ownerId],
  );
  return rows;
}

/**
 * Closes a gap: one conditional statement, so that of any number of answers one counts. The owner's field is written by the same
 * transaction.
 *
 * @returns false when it is not open
 */
export async function closeGap(
  tx: Transaction,
  agent: OwnedAgent,
  field: GapField,
  confirmed: { text: string; value: string | string[] },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update knowledge_gaps set resolved_at = now(), confirmed_value = $4
     where agent_id = $1 and owner_id = $2 and field = $3 and resolved_at is null`,
    [agent.id, agent.ownerId, field, confirmed.text],
  );
  if (rowCount !== 1) return false;
  await tx.query(
    `update agents set onboarding = jsonb_set(onboarding, array[$3::text], $4::jsonb), updated_at = now() where id = $1 and owner_id = $2`,
    [agent.id, agent.ownerId, field, JSON.stringify(confirmed.value)],
  );
  return true;
}

/** What a gap was closed with; null while it is open, undefined when the agent has no such gap. */
export async function findConfirmed(agent: OwnedAgent, field: GapField): Promise<{ value: string | null } | undefined> {
  const { rows } = await pool().query<{ value: string | null }>(
    `select confirmed_value as value from knowledge_gaps where agent_id = $1 and owner_id = $2 and field = $3`,
    [agent.id, agent.ownerId, field],
  );
  return rows[0];
}

/**
 * The gap that a conversation raises, while it is open: the first that is open when this is first asked, and none after it. The
 * conversation's row decides, so that replies that run at once raise the same.
 */
export async function raiseGap(agent: OwnedAgent, conversationId: bigint): Promise<GapRow | undefined> {
  await pool().query({
    name: 'spawning-raise-gap',
    text: `insert into raised_gaps (conversation_id, agent_id, field, owner_id)
           select c.id, g.agent_id, g.field, g.owner_id from conversations c cross join lateral (
             select * from knowledge_gaps g where g.agent_id = c.agent_id and g.resolved_at is null
             order by (select count(*) from raised_gaps r where r.agent_id = g.agent_id and r.field = g.field), g.position limit 1) g
           where c.id = $1 and c.agent_id = $2 and c.owner_id = $3
           on conflict (conversation_id) do nothing`,
    values: [conversationId, agent.id, agent.ownerId],
  });
  return findRaisedGap(agent, conversationId);
}

/** The gap that a conversation has raised, while it is open. */
export async function findRaisedGap(agent: OwnedAgent, conversationId: bigint): Promise<GapRow | undefined> {
  const { rows } = await pool().query<GapRow>({
    name: 'spawning-raised-gap',
    text: `select g.field, g.type, g.inferred_value as "inferredValue" from raised_gaps r
           join knowledge_gaps g on g.agent_id = r.agent_id and g.field = r.field
           where r.conversation_id = $1 and r.agent_id = $2 and r.owner_id = $3 and g.resolved_at is null`,
    values: [conversationId, agent.id, agent.ownerId],
  });
  return rows[0];
}

/** Whether a reply of a conversation, as it stands, has these words in it. */
export async function isAsked(agent: OwnedAgent, conversationId: bigint, question: string): Promise<boolean> {
  const { rowCount } = await pool().query({
    name: 'spawning-is-asked',
    text: `select 1 from messages where conversation_id = $1 and agent_id = $2 and owner_id = $3 and role = 'assistant'
             and superseded_at is null and status in ('completed', 'stopped') and strpos(content, $4) > 0 limit 1`,
    values: [conversationId, agent.id, agent.ownerId, question],
  });
  return rowCount === 1;
}
