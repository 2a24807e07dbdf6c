import type { OwnedAgent, OwnerId } from '@/lib/auth/principal';
import { type Executor, pool, type Transaction } from '@/lib/platform/database';
import { noJobSql } from '@/lib/platform/jobs';
import { spawnAgent } from './jobs';
import type { Profile } from './profile';
import type { Research } from './research';
import { type GapField, type SpawningFault, type SpawningStatus, type SpawningStep, spawningSteps, type StepStatus } from './schema';

/** A worker that ends this often in the middle of a step is not sent into it again. */
const MOST_TRIES = 4;

/** Plans the steps of a new agent. */
export async function insertSpawning(tx: Transaction, agent: { id: bigint; ownerId: OwnerId }): Promise<void> {
  await tx.query(`insert into spawnings (agent_id, owner_id) values ($1, $2)`, [agent.id, agent.ownerId]);
  await tx.query(
    `insert into spawning_steps (agent_id, owner_id, step, position)
     select $1, $2, step, place - 1 from unnest($3::text[]) with ordinality as given(step, place)`,
    [agent.id, agent.ownerId, [...spawningSteps]],
  );
  await tx.query(`update agents set spawning_status = 'researching' where id = $1 and owner_id = $2`, [agent.id, agent.ownerId]);
}

export type GapRow = { field: GapField; type: 'missing' | 'unconfirmed'; inferredValue: string | null };

export type SpawningRow = {
  status: SpawningStatus | null;
  steps: { step: SpawningStep; status: StepStatus; code: SpawningFault | null }[];
  research: Research | null;
  gaps: GapRow[];
};

const OPEN_GAPS = `(select coalesce(jsonb_agg(jsonb_build_object('field', g.field, 'type', g.type, 'inferredValue', g.inferred_value) order by g.position), '[]')
  from knowledge_gaps g where g.agent_id = a.id and g.resolved_at is null)`;

/** All that is shown of an agent's spawning, in one statement. */
export async function readSpawning(agent: OwnedAgent): Promise<SpawningRow | undefined> {
  const { rows } = await pool().query<SpawningRow>({
    name: 'spawning-read',
    text: `select a.spawning_status as status, s.research - 'pages' as research, ${OPEN_GAPS} as gaps,
                  (select coalesce(jsonb_agg(jsonb_build_object('step', t.step, 'status', t.status, 'code', t.error_code) order by t.position), '[]')
                   from spawning_steps t where t.agent_id = a.id) as steps
           from agents a left join spawnings s on s.agent_id = a.id where a.id = $1 and a.owner_id = $2`,
    values: [agent.id, agent.ownerId],
  });
  return rows[0];
}

/** What the owner told about themselves, and the handles that they gave apart from it. */
export async function readProfile(
  agent: OwnedAgent,
  executor: Executor = pool(),
): Promise<{ profile: Profile; handles: Record<string, string> }> {
  const { rows } = await executor.query<{ profile: Profile; handles: Record<string, string> }>(
    `select onboarding as profile, social_handles as handles from agents where id = $1 and owner_id = $2`,
    [agent.id, agent.ownerId],
  );
  return rows[0] ?? { profile: {}, handles: {} };
}

/**
 * Takes a step up that is not at its end. `exhausted`: it was taken up too often.
 *
 * @returns undefined when it is at its end, or the agent is gone
 */
export async function beginStep(agent: OwnedAgent, step: SpawningStep): Promise<'begun' | 'exhausted' | undefined> {
  const { rows } = await pool().query<{ begun: number }>(
    `with touched as (update spawnings set updated_at = now() where agent_id = $1 and owner_id = $2 returning agent_id)
     update spawning_steps s set status = 'active', begun = s.begun + 1 from touched
     where s.agent_id = touched.agent_id and s.step = $3 and s.status in ('pending', 'active') returning s.begun`,
    [agent.id, agent.ownerId, step],
  );
  if (!rows[0]) return undefined;
  return rows[0].begun > MOST_TRIES ? 'exhausted' : 'begun';
}

/** Whether a step is still to be ended, with everybody else kept from it until the transaction ends. */
export async function lockStep(tx: Transaction, agent: OwnedAgent, step: SpawningStep): Promise<boolean> {
  const { rows } = await tx.query<{ status: StepStatus }>(
    `select status from spawning_steps where agent_id = $1 and owner_id = $2 and step = $3 for update`,
    [agent.id, agent.ownerId, step],
  );
  return rows[0]?.status === 'active';
}

/** Ends a step that the transaction has locked, and says how far the whole is by that. */
export async function endStep(tx: Transaction, agent: OwnedAgent, step: SpawningStep, fault: SpawningFault | undefined): Promise<void> {
  await tx.query(`update spawning_steps set status = $4, error_code = $5 where agent_id = $1 and owner_id = $2 and step = $3`, [
    agent.id,
    agent.ownerId,
    step,
    fault ? 'error' : 'done',
    fault ?? null,
  ]);
  await tx.query(
    `update agents a set spawning_status = case
       when not exists (select 1 from spawning_steps s where s.agent_id = a.id and s.status in ('pending', 'active')) then 'ready'
       when exists (select 1 from spawning_steps s where s.agent_id = a.id and s.step = 'research' and s.status in ('done', 'error')) then 'training'
       else 'researching' end
     where a.id = $1 and a.owner_id = $2`,
    [agent.id, agent.ownerId],
  );
}

/** Stores what research found. */
export async function storeResearch(tx: Transaction, agent: OwnedAgent, research: Research): Promise<void> {
  await tx.query(`update spawnings set research = $3 where agent_id = $1 and owner_id = $2`, [
    agent.id,
    agent.ownerId,
    JSON.stringify(research),
  ]);
}

/** What research found, and the text of the knowledge that tells it. */
export async function readResearch(
  agent: OwnedAgent,
  executor: Executor = pool(),
): Promise<{ research: Research | null; knowledgeId: string | null }> {
  const { rows } = await executor.query<{ research: Research | null; knowledgeId: string | null }>(
    `select research, knowledge_id as "knowledgeId" from spawnings where agent_id = $1 and owner_id = $2`,
    [agent.id, agent.ownerId],
  );
  return rows[0] ?? { research: null, knowledgeId: null };
}

/** Notes that the pages stand in the knowledge, and in which text the findings do. */
export async function dropPages(tx: Transaction, agent: OwnedAgent, knowledgeId: string | null): Promise<void> {
  await tx.query(
    `update spawnings set research = jsonb_set(research, '{pages}', '[]'), knowledge_id = $3::uuid where agent_id = $1 and owner_id = $2`,
    [agent.id, agent.ownerId, knowledgeId],
  );
}

/** Which of some facts the agent remembers to the letter. */
export async function findKnownFacts(tx: Transaction, agent: OwnedAgent, contents: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ content: string }>(
    `select content from memories where agent_id = $1 and owner_id = $2 and content = any($3::text[])`,
    [agent.id, agent.ownerId, contents],
  );
  return new Set(rows.map(({ content }) => content));
}

/** Which of some addresses stand in the knowledge. */
export async function findKnownPages(tx: Transaction, agent: OwnedAgent, addresses: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ address: string }>(
    `select source_name as address from knowledge where agent_id = $1 and owner_id = $2 and source = 'url' and source_name = any($3::text[])`,
    [agent.id, agent.ownerId, addresses],
  );
  return new Set(rows.map(({ address }) => address));
}

/** Whether the agent was given its first tasks. */
export async function hasStarterTasks(tx: Transaction, agent: OwnedAgent): Promise<boolean> {
  const { rowCount } = await tx.query(`select 1 from tasks where agent_id = $1 and owner_id = $2 and skill_id = 'spawning' limit 1`, [
    agent.id,
    agent.ownerId,
  ]);
  return rowCount === 1;
}

/**
 * Begins the failed steps anew, with those that work on what they bring. One conditional statement on the agent's row decides, so that any
 * number of callers begins one.
 *
 * @returns false when nothing failed, or it runs
 */
export async function resetFailedSteps(tx: Transaction, agent: OwnedAgent): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update agents a set spawning_status = 'researching' where a.id = $1 and a.owner_id = $2 and a.spawning_status in ('ready', 'failed')
       and exists (select 1 from spawning_steps s where s.agent_id = a.id and s.status = 'error')`,
    [agent.id, agent.ownerId],
  );
  if (rowCount !== 1) return false;
  await tx.query(`update spawnings set updated_at = now() where agent_id = $1 and owner_id = $2`, [agent.id, agent.ownerId]);
  await tx.query(
    `update spawning_steps s set status = 'pending', begun = 0, error_code = null
     where s.agent_id = $1 and s.owner_id = $2 and (s.status = 'error' or s.step in ('knowledge', 'tasks', 'gaps') and exists (
       select 1 from spawning_steps r where r.agent_id = s.agent_id and r.step = 'research' and r.status = 'error'))`,
    [agent.id, agent.ownerId],
  );
  return true;
}

/** Gives up what has not moved for an hour and has no job any more, which lies in the dead letters: the owner is offered to try again. */
export async function failStuckSpawnings(): Promise<number> {
  const { rowCount } = await pool().query(
    `with stuck as (
       update agents a set spawning_status = 'failed' from spawnings s
       where s.agent_id = a.id and a.spawning_status in ('researching', 'training') and s.updated_at < now() - interval '1 hour'
         and ${noJobSql(spawnAgent, 'agentId', 'a.id::text')}
       returning a.id
     )
     update spawning_steps t set status = 'error', error_code = 'INTERRUPTED' from stuck
     where t.agent_id = stuck.id and t.status in ('pending', 'active')`,
  );
  return rowCount ?? 0;
}
