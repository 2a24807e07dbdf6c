import type { OwnedAgent } from '@/lib/auth/principal';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/platform/clock';
import type { Transaction } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { riskLevelOf } from '@/lib/tasks/risk';
import type { Chance } from './chance';
import type { SeedAgent, SeedTask } from './content';

function timesOf(task: SeedTask, now: Date) {
  const createdMs = now.getTime() - task.hoursAgo * HOUR_MS - 5 * MINUTE_MS;
  const later = (minutes: number) => new Date(Math.min(createdMs + minutes * MINUTE_MS, now.getTime()));
  const ended = task.status === 'completed' || task.status === 'failed';
  const needed = riskLevelOf(task.taskType) !== 'low' && task.taskType !== 'informational';
  return {
    createdAt: new Date(createdMs),
    approvedAt: needed && task.status !== 'pending' && task.status !== 'rejected' ? later(1) : null,
    startedAt: ended || task.status === 'running' ? later(2) : null,
    completedAt: ended || task.status === 'rejected' ? later(4) : null,
    requiresApproval: needed,
  };
}

/** Writes the tasks of a demo agent, in every status and with the risk that follows from their type. */
async function writeTasks(tx: Transaction, agent: OwnedAgent, tasks: readonly SeedTask[], now: Date): Promise<void> {
  for (const task of tasks) {
    const times = timesOf(task, now);
    await tx.query(
      `insert into tasks (id, owner_id, agent_id, skill_id, task_type, status, risk_level, priority, title, description, payload, result, error,
         requires_approval, created_at, approved_at, started_at, completed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
      [
        newId(),
        agent.ownerId,
        agent.id,
        task.skillId,
        task.taskType,
        task.status,
        riskLevelOf(task.taskType),
        task.priority ?? 1,
        task.title,
        task.description,
        JSON.stringify(task.payload ?? {}),
        task.result ? JSON.stringify(task.result) : null,
        task.error ?? null,
        times.requiresApproval,
        times.createdAt,
        times.approvedAt,
        times.startedAt,
        times.completedAt,
      ],
    );
  }
}

/** Moves the agent, its souls and what the services noted of them to the days on which they would have come about. */
async function moveIntoThePast(tx: Transaction, agent: OwnedAgent, content: SeedAgent, now: Date): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const created = ago(content.createdDaysAgo);
  const souls = [created, ...content.souls.map((soul) => ago(soul.daysAgo))];
  await tx.query(`update agents set created_at = $2, updated_at = $3 where id = $1`, [agent.id, created, souls.at(-1)]);
  await tx.query(`update agent_events set created_at = $2 where agent_id = $1 and type = 'hosted_agent_created'`, [agent.id, created]);
  await tx.query(`update soul_versions set created_at = ($2::timestamptz[])[version] where agent_id = $1`, [agent.id, souls]);
  await tx.query(`update souls set updated_at = $2 where agent_id = $1`, [agent.id, souls.at(-1)]);
  await tx.query(
    `update agent_events e set created_at = ($2::timestamptz[])[numbered.place]
     from (select id, row_number() over (order by id)::int as place from agent_events where agent_id = $1 and type = 'soul_updated') numbered
     where e.id = numbered.id`,
    [agent.id, souls.slice(1)],
  );
}

/** Writes what else a demo agent has: tasks, events, a wallet and a score. */
export async function writeLife(tx: Transaction, agent: OwnedAgent, content: SeedAgent, now: Date, chance: Chance): Promise<void> {
  await moveIntoThePast(tx, agent, content, now);
  await writeTasks(tx, agent, content.tasks, now);
  for (const event of content.events) {
    const at = new Date(now.getTime() - event.daysAgo * DAY_MS - chance.whole(4, 90) * MINUTE_MS);
    await tx.query(`insert into agent_events (id, owner_id, agent_id, type, summary, created_at) values ($1, $2, $3, $4, $5, $6)`, [
      newId(),
      agent.ownerId,
      agent.id,
      event.type,
      event.summary,
      at,
    ]);
  }
  await tx.query(
    `insert into agent_wallets (id, owner_id, agent_id, address, chain, gas_received, created_at) values ($1, $2, $3, $4, 'celo', true, $5)`,
    [newId(), agent.ownerId, agent.id, `0x${chance.hex(40)}`, new Date(now.getTime() - (content.createdDaysAgo - 1) * DAY_MS)],
  );
  const { totalScore, grade, rank, percentile, breakdown } = content.poc;
  await tx.query(
    `insert into poc_scores (agent_id, owner_id, total_score, grade, rank, percentile, breakdown) values ($1, $2, $3, $4, $5, $6, $7)`,
    [agent.id, agent.ownerId, totalScore, grade, rank, percentile, JSON.stringify(breakdown)],
  );
}
