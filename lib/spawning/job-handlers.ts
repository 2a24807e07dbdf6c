import { trustedAgent } from '@/lib/auth/ownership';
import type { OwnedAgent } from '@/lib/auth/principal';
import { findAgentOfJob } from '@/lib/memories/queries';
import { type Transaction, transaction } from '@/lib/platform/database';
import { warmJobs } from '@/lib/platform/jobs';
import { log } from '@/lib/platform/log';
import { beginStep, endStep, failStuckSpawnings, lockStep, readProfile, storeResearch } from './queries';
import { research } from './research';
import { type SpawningFault, type SpawningStep, spawningSteps } from './schema';
import { keepFindings, noteGaps, proposeStarters, rememberProfile, rememberSocial } from './steps';

/** What a step does in the transaction that ends it. */
type Deed = (tx: Transaction) => Promise<void>;
type Prepared = { deed: Deed; fault?: SpawningFault };

/**
 * Lets an agent get to know its owner. Each step's result and its end are one transaction, and a step at its end is passed over: a worker
 * that dies anywhere leaves a job that goes on from there, and nothing is written twice. A step that fails says why, and the rest runs.
 *
 * @throws what broke the step that was running; the queue tries again from there
 */
export async function handleSpawnAgent({ agentId }: { agentId: string }): Promise<void> {
  const row = await findAgentOfJob(BigInt(agentId));
  if (!row) return;
  const agent = trustedAgent(row);
  // The queue opens here: inside a transaction it would wait for a database that serves one at a time.
  await warmJobs();
  for (const step of spawningSteps) await runStep(agent, row.premiumModel, step);
}

async function runStep(agent: OwnedAgent, premiumModel: string | null, step: SpawningStep): Promise<void> {
  const state = await beginStep(agent, step);
  if (!state) return;
  const prepared: Prepared = state === 'begun' ? await prepare(agent, premiumModel, step) : { deed: async () => {}, fault: 'INTERRUPTED' };
  await transaction(async (tx) => {
    if (!(await lockStep(tx, agent, step))) return;
    await prepared.deed(tx);
    await endStep(tx, agent, step, prepared.fault);
  });
  if (prepared.fault) log().warn({ agentId: String(agent.id), step, fault: prepared.fault }, 'a step of a spawning failed');
}

/** What waits for others happens before the transaction. */
async function prepare(agent: OwnedAgent, premiumModel: string | null, step: SpawningStep): Promise<Prepared> {
  switch (step) {
    case 'init':
      return { deed: (tx) => rememberProfile(tx, agent) };
    case 'social':
      return { deed: (tx) => rememberSocial(tx, agent) };
    case 'research': {
      const found = await research(agent, premiumModel, (await readProfile(agent)).profile);
      return { deed: (tx) => storeResearch(tx, agent, found.research), ...(found.fault ? { fault: found.fault } : {}) };
    }
    case 'knowledge':
      return { deed: (tx) => keepFindings(tx, agent) };
    case 'tasks':
      return { deed: (tx) => proposeStarters(tx, agent) };
    case 'gaps':
      return { deed: (tx) => noteGaps(tx, agent) };
  }
}

/** Ends what no job works on any more. Gives how many steps were given up. */
export function sweepSpawnings(): Promise<number> {
  return failStuckSpawnings();
}
