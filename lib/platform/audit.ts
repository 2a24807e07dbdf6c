import type { Executor } from './database';
import { newId } from './ids';

export type AuditRecord = {
  ownerId: string | null;
  agentId?: bigint;
  actor: 'owner' | 'key' | 'agent' | 'system';
  action: string;
  details?: Record<string, unknown>;
};

/** Writes who did what. Inside a transaction the entry exists exactly when the deed does. */
export async function writeAudit(executor: Executor, record: AuditRecord): Promise<void> {
  await executor.query(`insert into audit_entries (id, owner_id, agent_id, actor, action, details) values ($1, $2, $3, $4, $5, $6)`, [
    newId(),
    record.ownerId,
    record.agentId ?? null,
    record.actor,
    record.action,
    JSON.stringify(record.details ?? {}),
  ]);
}
