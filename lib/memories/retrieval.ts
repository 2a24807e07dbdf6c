import type { OwnedAgent } from '@/lib/auth/principal';
import { embedder } from '@/lib/llm/runtime';
import { log } from '@/lib/platform/log';
import { contentWords } from '@/lib/platform/text-search';
import { otherForms, SHORTEST_BEGINNING } from '@/lib/retrieval/word-forms';
import { rankMemories, type RetrievedMemory, type SoughtWord } from './ranking-query';

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
  return rankMemories(agent.id, { embedderId: embedder().id, embedding, words: soughtWords(text), limit: options.limit });
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

/** What a question looks for: its words, each with the forms it may have elsewhere. */
function soughtWords(text: string): SoughtWord[] {
  const words = contentWords(text);
  const forms = otherForms(text, words);
  return stemWords(words).map((word, index) => ({
    ...word,
    forms: (forms[index] ?? []).map((form) => ({ word: form, isPrefix: form.length >= SHORTEST_BEGINNING })),
  }));
}

const SUFFIX = /(?:ies|ing|edly|ed|es|s|y)$/;

/** Beginnings of words for a prefix match, so that `allergies` finds `allergic`. Short words stay whole. */
export function stemWords(words: readonly string[]): { word: string; isPrefix: boolean }[] {
  return words.map((word) => {
    const stem = word.replace(SUFFIX, '');
    return stem.length >= SHORTEST_BEGINNING ? { word: stem, isPrefix: true } : { word, isPrefix: false };
  });
}
