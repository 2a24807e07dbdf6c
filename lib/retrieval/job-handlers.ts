import { trustedAgent } from '@/lib/auth/ownership';
import { embedder } from '@/lib/llm/runtime';
import { findAgentOfJob } from '@/lib/memories/queries';
import { DAY_MS, now } from '@/lib/platform/clock';
import { log } from '@/lib/platform/log';
import { indexMissing } from './indexing';
import { findAgentsToIndex } from './queries';

/** What a job looks back on, and most sweeps: what is older was swept long ago. */
const RECENT_MS = 2 * DAY_MS;
const ALWAYS = new Date(0);
const AGENTS_A_SWEEP = 200;

/** Makes an agent's latest messages searchable. Throws when the embedder cannot answer; the queue tries again. */
export async function handleIndexMessages({ agentId }: { agentId: string }): Promise<void> {
  const row = await findAgentOfJob(BigInt(agentId));
  if (row) await indexMissing(trustedAgent(row), recently());
}

const recently = () => new Date(now().getTime() - RECENT_MS);

let hasSweptAll = false;

/**
 * Makes messages searchable that no job will: of before the index, of an embedder that was changed, or that failed longer than a job is
 * tried. The first sweep of a process looks at all messages, later ones at those of two days.
 *
 * @returns how many agents had such messages and have them indexed now
 */
export async function sweepPassages(): Promise<number> {
  const since = hasSweptAll ? recently() : ALWAYS;
  const agents = await findAgentsToIndex(embedder().id, since, AGENTS_A_SWEEP);
  let served = 0;
  for (const agent of agents) {
    try {
      await indexMissing(trustedAgent(agent), since);
      served += 1;
    } catch (error) {
      log().warn({ error, agentId: String(agent.id) }, 'the messages of an agent could not be indexed');
    }
  }
  if (agents.length === 0) hasSweptAll = true;
  return served;
}
