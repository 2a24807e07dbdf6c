import type { OwnedAgent } from '@/lib/auth/principal';
import type { RevisionActor } from '@/lib/memories/queries';
import { containsSecret } from '@/lib/memories/secrets';
import { enqueueEmbedding } from '@/lib/memories/service';
import { insertMemory, lockMemoryCount } from '@/lib/memories/store';
import { type Transaction, transaction } from '@/lib/platform/database';
import { AppError, refuse, type Refusal } from '@/lib/platform/errors';
import { enqueue, warmJobs } from '@/lib/platform/jobs';
import { closeGap, findConfirmed, findOpenGaps } from './gap-queries';
import { spawnAgent } from './jobs';
import { presentGap, presentSpawning } from './present';
import { factsOf, readConfirmed } from './profile';
import { findKnownFacts, insertSpawning, readSpawning, resetFailedSteps } from './queries';
import type { GapField, KnowledgeGapWire, SpawningStatusWire } from './schema';

/** Lets a new agent get to know its owner, from the transaction that creates it. The queue must be open: see {@link warmJobs}. */
export async function beginSpawning(tx: Transaction, agent: Pick<OwnedAgent, 'ownerId'> & { id: bigint }): Promise<void> {
  await insertSpawning(tx, agent);
  await enqueue(tx, spawnAgent, { agentId: String(agent.id) });
}

/** How far an agent is with getting to know its owner, what was found, and what is open. */
export async function getSpawningStatus(agent: OwnedAgent): Promise<SpawningStatusWire | Refusal> {
  const row = await readSpawning(agent);
  return row ? presentSpawning(agent, row) : refuse('NOT_FOUND', 'Agent not found');
}

/** Tries the failed steps again. Of any number of callers at once, one begins; the others are refused (CONFLICT). */
export async function retrySpawning(agent: OwnedAgent): Promise<{ success: true; spawningStatus: 'researching' } | Refusal> {
  await warmJobs();
  const isBegun = await transaction(async (tx) => {
    if (!(await resetFailedSteps(tx, agent))) return false;
    await enqueue(tx, spawnAgent, { agentId: String(agent.id) });
    return true;
  });
  return isBegun
    ? { success: true, spawningStatus: 'researching' }
    : refuse('CONFLICT', 'No step has failed, or the agent is at it already.');
}

export type ConfirmInput = { field: GapField; confirmedValue: string };

type By = { actor: RevisionActor; sourceMessageId?: string };

/**
 * Closes a gap: the value becomes a certain memory and the owner's field, in one transaction. Of any number of answers at once one counts;
 * the same answer again changes nothing, another one is refused (CONFLICT), as are secrets and what does not fit the field (BAD_REQUEST).
 */
export async function confirmKnowledge(
  agent: OwnedAgent,
  { field, confirmedValue }: ConfirmInput,
  { actor, sourceMessageId }: By,
): Promise<{ success: true; gaps: KnowledgeGapWire[] } | Refusal> {
  const unfit = (message: string) => refuse('BAD_REQUEST', message, { details: [{ field: 'confirmedValue', message }] });
  if (containsSecret(confirmedValue)) return unfit('This looks like a password, key or card number. Secrets are never stored.');
  const read = readConfirmed(field, confirmedValue);
  if (!read.ok) return unfit(read.problem);
  await warmJobs();
  const isClosed = await transaction(async (tx) => {
    await lockMemoryCount(tx, agent);
    if (!(await closeGap(tx, agent, field, { text: confirmedValue, value: read.value }))) return false;
    const facts = factsOf(field, read.value);
    const known = await findKnownFacts(
      tx,
      agent,
      facts.map(({ content }) => content),
    );
    for (const fact of facts.filter(({ content }) => !known.has(content))) {
      const memory = {
        ...fact,
        pinned: false,
        confidence: 1,
        source: 'spawning',
        sourceMessageId: sourceMessageId ?? null,
        actor,
      } as const;
      const added = await insertMemory(tx, agent, memory);
      if (!added) throw new AppError('MEMORY_LIMIT_REACHED', 'The memory is full. Delete a memory to make room.');
    }
    await enqueueEmbedding(tx, agent);
    return true;
  });
  if (!isClosed) {
    const confirmed = await findConfirmed(agent, field);
    if (!confirmed) return refuse('NOT_FOUND', 'There is no question about this');
    if (confirmed.value !== confirmedValue) return refuse('CONFLICT', 'This was answered already. Change it among the memories.');
  }
  return { success: true, gaps: (await findOpenGaps(agent)).map(presentGap) };
}
