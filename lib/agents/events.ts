import type { Executor } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';

/** The documented types of an agent's events. */
export type AgentEventType =
  | 'hosted_agent_created'
  | 'token_registered'
  | 'token_deployment'
  | 'wallet_created'
  | 'erc8004_registered'
  | 'sponsorship_completed'
  | 'soul_updated'
  | 'memory_extracted'
  | 'conversation_compacted'
  | 'skill_executed'
  | 'skill_installed'
  | 'task_approved'
  | 'task_completed'
  | 'post_created'
  | 'agent_paused'
  | 'agent_resumed'
  | 'fund_alert';

/** Notes what happened to an agent, for its activity feed. Inside a transaction it exists exactly when the deed does. */
export async function writeEvent(
  executor: Executor,
  event: { agentId: bigint; ownerId: string; type: AgentEventType; summary: string; details?: Record<string, unknown> },
): Promise<void> {
  await executor.query(`insert into agent_events (id, owner_id, agent_id, type, summary, details) values ($1, $2, $3, $4, $5, $6)`, [
    newId(),
    event.ownerId,
    event.agentId,
    event.type,
    event.summary.slice(0, 500),
    JSON.stringify(event.details ?? {}),
  ]);
}
