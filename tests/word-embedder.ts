// A quick, deterministic embedder for tests that are not about the quality of vectors: texts of the same words are near.
import { createHash } from 'node:crypto';
import { EMBEDDING_DIMENSIONS, toUnitLength, type Embedder } from '@/lib/llm/embedder/embedder';
import type { Providers } from '@/lib/llm/providers';

type Models = { embedder?: Embedder; providers?: Providers };

export function createWordEmbedder(id = 'words-512'): Embedder {
  return {
    id,
    dimensions: EMBEDDING_DIMENSIONS,
    maxTokens: 128,
    thresholds: { answer: 0.5, closest: 0.3, duplicate: 0.8 },
    embed: async (texts) => texts.map(embedWords),
    close: async () => {},
  };
}

function embedWords(text: string): number[] | null {
  const vector = new Array<number>(EMBEDDING_DIMENSIONS).fill(0);
  for (const [word] of text.toLowerCase().matchAll(/[a-z]{3,}/g)) {
    const index = createHash('md5').update(word).digest().readUInt16BE() % EMBEDDING_DIMENSIONS;
    vector[index] = (vector[index] ?? 0) + 1;
  }
  return toUnitLength(vector);
}

/** Puts models in the place of the configured ones, for this test file's process. */
export function replaceModels(models: Models): void {
  const holder = globalThis as typeof globalThis & { selfclawModels?: Models };
  holder.selfclawModels = { ...holder.selfclawModels, ...models };
}
