import type { OwnedAgent } from '@/lib/auth/principal';
import type { Transaction } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { riskLevelOf } from './risk';

/** What an agent would like to do; `taskType` is the server's choice, never a model's, because the risk follows from it. */
export type ProposedTask = {
  taskType: string;
  title: string;
  description: string;
  priority: number;
  payload: Record<string, unknown>;
};

/** Writes tasks that wait for their owner's approval, with the risk of their type, and gives their ids in the given order. */
export async function proposeTasks(tx: Transaction, agent: OwnedAgent, skillId: string, tasks: readonly ProposedTask[]): Promise<string[]> {
  const proposed = tasks.map((task) => ({ ...task, id: newId(), risk: riskLevelOf(task.taskType) }));
  await tx.query(
    `insert into tasks (id, owner_id, agent_id, skill_id, task_type, risk_level, title, description, priority, payload)
     select t.id, $1, $2, $3, t."taskType", t.risk, t.title, t.description, t.priority, t.payload
     from jsonb_to_recordset($4) as t(id uuid, "taskType" text, risk text, title text, description text, priority int, payload jsonb)`,
    [agent.ownerId, agent.id, skillId, JSON.stringify(proposed)],
  );
  return proposed.map(({ id }) => id);
}

/** Withdraws those of some tasks that still wait for approval, and tells how many that were. */
export async function withdrawTasks(tx: Transaction, agent: OwnedAgent, ids: readonly string[], reason: string): Promise<number> {
  const { rowCount } = await tx.query(
    `update tasks set status = 'rejected', error = $4, completed_at = clock_timestamp()
     where id = any($3::uuid[]) and agent_id = $1 and owner_id = $2 and status = 'pending'`,
    [agent.id, agent.ownerId, ids, reason],
  );
  return rowCount ?? 0;
}
