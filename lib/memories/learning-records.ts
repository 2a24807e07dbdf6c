import type { OwnedAgent } from '@/lib/auth/principal';
import { pool, type Transaction } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';

/** Tells the agent's activity of a fact that it noted while it answered. */
export async function noteLearning(tx: Transaction, agent: OwnedAgent, memoryId: string): Promise<void> {
  await tx.query(
    `insert into agent_events (id, owner_id, agent_id, type, summary, details)
     values ($1, $2, $3, 'memory_extracted', 'Learned one fact', jsonb_build_object('added', jsonb_build_array($4::text)))`,
    [newId(), agent.ownerId, agent.id, memoryId],
  );
}

/** Whether {@link claimExtraction} has been done. */
export async function isExtracted(eventId: string): Promise<boolean> {
  const { rowCount } = await pool().query(`select 1 from agent_events where id = $1`, [eventId]);
  return rowCount === 1;
}

/** Notes what was learned from a reply; false when that had been noted before, and nothing may be stored again. */
export async function claimExtraction(tx: Transaction, agent: OwnedAgent, event: { id: string; replyId: string }): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into agent_events (id, owner_id, agent_id, type, summary, details)
     values ($1, $2, $3, 'memory_extracted', '', jsonb_build_object('replyId', $4::text)) on conflict (id) do nothing`,
    [event.id, agent.ownerId, agent.id, event.replyId],
  );
  return rowCount === 1;
}

/** Takes {@link claimExtraction} back: nothing was learned, and there is nothing to tell. */
export async function releaseExtraction(tx: Transaction, eventId: string): Promise<void> {
  await tx.query(`delete from agent_events where id = $1`, [eventId]);
}

/** Completes the event of {@link claimExtraction}. */
export async function describeExtraction(tx: Transaction, eventId: string, summary: string, details: object): Promise<void> {
  await tx.query(`update agent_events set summary = $2, details = details || $3::jsonb where id = $1`, [
    eventId,
    summary,
    JSON.stringify(details),
  ]);
}
