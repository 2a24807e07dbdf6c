import type { OwnedAgent } from '@/lib/auth/principal';
import { embedder } from '@/lib/llm/runtime';
import { findUnembedded } from './queries';
import { storeVectors } from './store';

const EMBEDDING_BATCH = 64;

/**
 * Computes the vectors that an agent's memories lack, or that another embedder made.
 *
 * @throws EmbedderError when the embedder fails
 */
export async function embedMissing(agent: OwnedAgent): Promise<void> {
  const { id } = embedder();
  for (;;) {
    const memories = await findUnembedded(agent.id, id, EMBEDDING_BATCH);
    if (memories.length === 0) return;
    const vectors = await embedder().embed(memories.map(({ content }) => content));
    // None stored: all of them were edited meanwhile, and each edit brings a job of its own.
    if ((await storeVectors(agent, id, memories, vectors)) === 0) return;
  }
}
