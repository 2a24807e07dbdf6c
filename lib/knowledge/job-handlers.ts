import { trustedAgent } from '@/lib/auth/ownership';
import type { OwnedAgent } from '@/lib/auth/principal';
import { embedder } from '@/lib/llm/runtime';
import { findAgentOfJob } from '@/lib/memories/queries';
import { vectorText } from '@/lib/memories/store';
import { log } from '@/lib/platform/log';
import { CONTEXT_WORDS } from './chunking';
import {
  findAgentsToEmbed,
  findUnembeddedWindows,
  forgetIndexFailure,
  noteIndexFailure,
  storeWindowVectors,
  type UnembeddedWindow,
} from './queries';

const WINDOWS_A_BATCH = 64;
const AGENTS_A_SWEEP = 200;

/** Computes the vectors that an agent's texts lack. Throws when the embedder cannot answer; the queue tries again. */
export async function handleEmbedKnowledge({ agentId }: { agentId: string }): Promise<void> {
  const row = await findAgentOfJob(BigInt(agentId));
  if (row) await embedMissing(trustedAgent(row));
}

/**
 * Computes the vectors that no job will: of an embedder that was changed, or that failed longer than a job is tried.
 *
 * @returns how many agents had such texts and have their vectors now
 */
export async function sweepKnowledge(): Promise<number> {
  let served = 0;
  for (const agent of await findAgentsToEmbed(embedder().id, AGENTS_A_SWEEP)) {
    try {
      await embedMissing(trustedAgent(agent));
      served += 1;
    } catch (error) {
      log().warn({ error, agentId: String(agent.id) }, 'the knowledge of an agent could not be embedded');
    }
  }
  return served;
}

async function embedMissing(agent: OwnedAgent): Promise<void> {
  const { id } = embedder();
  try {
    for (;;) {
      const windows = await findUnembeddedWindows(agent.id, id, WINDOWS_A_BATCH);
      if (windows.length === 0) return await forgetIndexFailure(agent.id);
      const vectors = await embedder().embed(windows.map(textToEmbed));
      // None stored: their texts were changed meanwhile, and each change brings a job of its own.
      if ((await storeWindowVectors(agent, id, windows, vectors.map(vectorText))) === 0) return;
    }
  } catch (error) {
    await noteIndexFailure(agent.id, id);
    throw error;
  }
}

function textToEmbed({ title, heading, content, start, end }: UnembeddedWindow): string {
  const context = [title, heading].filter(Boolean).join(', ').split(/\s+/).slice(0, CONTEXT_WORDS).join(' ');
  return `${context}: ${content.slice(start, end)}`;
}
