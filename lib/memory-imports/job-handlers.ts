import { trustedAgent } from '@/lib/auth/ownership';
import type { OwnedAgent } from '@/lib/auth/principal';
import { SECOND_MS } from '@/lib/platform/clock';
import { type Transaction, transaction } from '@/lib/platform/database';
import { enqueue, warmJobs } from '@/lib/platform/jobs';
import { log } from '@/lib/platform/log';
import { findFacts } from './facts';
import { readMemoryImport } from './jobs';
import { CANDIDATE_LIMIT } from './limits';
import { findNextMessages, type ReadingImport, takeUp } from './queries';
import { closeImport, endForgotten, lockImport, noteProgress, storeCandidates } from './store';

const MESSAGES_A_BATCH = 50;
/** One job reads so long and leaves the rest to another, well before the queue would take it for dead. */
const SHARE_MS = 30 * SECOND_MS;

/** Told of every place at which reading could be interrupted; tests interrupt it there. */
type Watch = (place: 'read' | 'stored') => void | Promise<void>;

/**
 * Reads on in an import. What a batch of messages holds is stored in the transaction that removes them, under the condition that nobody read
 * them meanwhile: it may be interrupted anywhere and taken up by anybody, also by two at once, and nothing stands twice.
 *
 * @throws what broke a batch, so that the queue tries again; at the last try the import has failed
 */
export async function handleReadMemoryImport(
  { importId }: { importId: string },
  { watch = () => {}, shareMs = SHARE_MS }: { watch?: Watch; shareMs?: number } = {},
): Promise<void> {
  const taken = await takeUp(importId);
  if (!taken) return;
  const agent = trustedAgent({ id: taken.agentId, ownerId: taken.ownerId, name: taken.agentName, status: taken.agentStatus });
  // The queue opens here: inside a transaction it would wait for a database that serves one at a time.
  await warmJobs();
  try {
    await readOn(agent, taken, watch, Date.now() + shareMs);
  } catch (error) {
    if (taken.attempts > readMemoryImport.retryLimit) await fail(agent, importId);
    throw error;
  }
}

async function readOn(agent: OwnedAgent, taken: ReadingImport, watch: Watch, endAtMs: number): Promise<void> {
  for (let messagesRead = taken.messagesRead; messagesRead < taken.messages;) {
    const messages = await findNextMessages(agent, taken.id, MESSAGES_A_BATCH);
    if (messages.length === 0) return;
    const candidates = await findFacts(agent, messages);
    await watch('read');
    const next = messagesRead + messages.length;
    const handsOn = next < taken.messages && Date.now() >= endAtMs;
    const isStored = await transaction(async (tx) => {
      const locked = await lockImport(tx, agent, taken.id);
      if (locked?.status !== 'reading' || locked.messagesRead !== messagesRead) return false;
      const surplus = await storeCandidates(tx, agent, taken.id, candidates, CANDIDATE_LIMIT);
      await noteProgress(tx, taken.id, { messagesRead: next, surplus });
      if (handsOn) await enqueue(tx, readMemoryImport, { importId: taken.id });
      return true;
    });
    // Discarded, or read by another worker, who goes on with it.
    if (!isStored) return;
    await watch('stored');
    if (handsOn) return;
    messagesRead = next;
  }
  log().info({ agentId: String(agent.id), importId: taken.id, messages: taken.messages }, 'an import was read');
}

async function fail(agent: OwnedAgent, importId: string): Promise<void> {
  await transaction(async (tx: Transaction) => {
    if ((await lockImport(tx, agent, importId))?.status === 'reading') await closeImport(tx, agent, importId, 'failed', null);
  });
  log().warn({ importId }, 'an import could not be read');
}

/** Longer than the queue waits before it tries a job again, and than a try may take. */
const STALE_MINUTES = 30;

/** Ends imports that no job reads on any more, and discards what was not reviewed in time. Gives how many. */
export function sweepMemoryImports(): Promise<number> {
  return endForgotten(STALE_MINUTES);
}
