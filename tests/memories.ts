// Agents that remember what a test says.
import { afterAll, beforeEach } from 'vitest';
import { addMemory } from '@/lib/memories/service';
import { closeDatabase } from '@/lib/platform/database';
import { isRefusal } from '@/lib/platform/errors';
import { closeJobs } from '@/lib/platform/jobs';
import { createOwnedAgent, type TestAgent } from '@/tests/owned-agent';
import { createWordEmbedder, replaceModels } from '@/tests/word-embedder';

/** Hands out a new agent before each test of the file that calls this, and closes everything after the last one. */
export function openMemories(onAgent: (agent: TestAgent) => void): void {
  replaceModels({ embedder: createWordEmbedder() });
  beforeEach(async () => onAgent(await createOwnedAgent()));
  afterAll(async () => {
    await closeJobs();
    await closeDatabase();
  });
}

/** Adds a fact in the owner's name unless told otherwise. Gives its id. */
export async function remember(agent: TestAgent, content: string, more: Partial<Parameters<typeof addMemory>[1]> = {}): Promise<string> {
  const answer = await addMemory(agent, { content, category: 'fact', source: 'owner', actor: 'owner', ...more });
  if (isRefusal(answer)) throw answer.error;
  return answer.memory.id;
}
