import type { OwnedAgent } from '@/lib/auth/principal';
import { embedder } from '@/lib/llm/runtime';
import { log } from '@/lib/platform/log';
import { contentWords } from '@/lib/platform/text-search';
import { rankMemories, type RetrievedMemory } from './ranking-query';

export type RetrieveOptions = {
  /** How many memories at most. */
  limit: number;
  /** The vector of the text where the caller has it: `number[512]`, unit length; null when there is none. */
  embedding?: number[] | null;
};

/**
 * The memories of an agent that matter for a text, best first. Exact, over all its active memories, in one statement.
 *
 * Memories without a vector, and all of them when the embedder cannot answer, are found by their words.
 */
export async function retrieveMemories(agent: OwnedAgent, text: string, options: RetrieveOptions): Promise<RetrievedMemory[]> {
  const embedding = options.embedding === undefined ? await embedText(text) : options.embedding;
  return rankMemories(agent.id, { embedderId: embedder().id, embedding, words: stemWords(contentWords(text)), limit: options.limit });
}

/** The vector of one text (`number[512]`, unit length); null when it has none or the embedder cannot answer, which is logged. */
export async function embedText(text: string, options: { signal?: AbortSignal } = {}): Promise<number[] | null> {
  try {
    const [vector] = await embedder().embed([text], options);
    return vector ?? null;
  } catch (error) {
    log().warn({ error }, 'a text could not be embedded; memories are found by words alone');
    return null;
  }
}

const SUFFIX = /(?:ies|ing|edly|ed|es|s|y)$/;
const SHORTEST_STEM = 4;

/** Beginnings of words for a prefix match, so that `allergies` finds `allergic`. Short words stay whole. */
export function stemWords(words: readonly string[]): { word: string; isPrefix: boolean }[] {
  return words.map((word) => {
    const stem = word.replace(SUFFIX, '');
    return stem.length >= SHORTEST_STEM ? { word: stem, isPrefix: true } : { word, isPrefix: false };
  });
}
