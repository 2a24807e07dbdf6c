/** Number of components of every stored vector, whichever embedder made it. */
export const EMBEDDING_DIMENSIONS = 512;

/**
 * Cosine similarities that only hold for the embedder that states them.
 *
 * - `answer`: at or above, a stored text may be quoted as the answer.
 * - `closest`: from here up to `answer`, a stored text may be offered as the nearest note.
 * - `duplicate`: at or above, two stored texts are candidates for saying the same.
 */
export type SimilarityThresholds = { answer: number; closest: number; duplicate: number };

/**
 * Turns texts into vectors of one space. Vectors of embedders with different `id` must never be compared.
 */
export type Embedder = {
  id: string;
  dimensions: typeof EMBEDDING_DIMENSIONS;
  /** Tokens that one reading covers; longer texts are handled by the embedder, see its own page. */
  maxTokens: number;
  thresholds: SimilarityThresholds;
  /**
   * One entry for each text, in order: `number[512]` of unit length, or null where this embedder has no
   * embedding for the text (blank, and for the embedded encoder: nothing in Latin script).
   *
   * @throws EmbedderError when the encoder or the service cannot answer; the reason of `signal` when aborted.
   */
  embed(texts: readonly string[], options?: { signal?: AbortSignal }): Promise<(number[] | null)[]>;
  /** Gives back threads and connections. A closed embedder refuses further work. */
  close(): Promise<void>;
};

/** The encoder or the embedding service could not answer. The message names no text and no key. */
export class EmbedderError extends Error {
  override name = 'EmbedderError';
}

/**
 * The same direction at unit length.
 *
 * @returns null when the vector has no direction (all zero or not finite).
 */
export function toUnitLength(vector: readonly number[]): number[] | null {
  let sum = 0;
  for (const component of vector) sum += component * component;
  const length = Math.sqrt(sum);
  if (!Number.isFinite(length) || length < 1e-9) return null;
  return vector.map((component) => component / length);
}

/** Dot product, which is the cosine similarity for two vectors of unit length. */
export function cosineSimilarity(left: readonly number[], right: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < left.length; index++) sum += left[index]! * (right[index] ?? 0);
  return sum;
}
