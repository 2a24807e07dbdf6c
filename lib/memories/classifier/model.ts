import { z } from 'zod';
import { memoryCategories, type MemoryCategory } from '@/lib/memories/schema';
import { describeSentence, FEATURE_COUNT } from '@/lib/memories/classifier/features';
import trained from '@/lib/memories/classifier/weights.json';

const headSchema = z.object({ bias: z.number(), weights: z.array(z.number()).length(FEATURE_COUNT) });

/** Two logistic models over the same features: is it worth keeping, and if so, as what. */
export const memoryWeightsSchema = z.object({
  /** The embedder whose vectors the weights were trained on, and no other may be used. */
  embedder: z.string(),
  /** Probability from which a sentence counts as memorable. */
  threshold: z.number(),
  memorable: headSchema,
  categories: z.record(z.enum(memoryCategories), headSchema),
});

export type Head = z.infer<typeof headSchema>;
export type MemoryWeights = z.infer<typeof memoryWeightsSchema>;

/** The weights of the project, as `scripts/train-memory-classifier.ts` wrote them. */
export const memoryWeights: MemoryWeights = memoryWeightsSchema.parse(trained);

export type SentenceVerdict = { memorable: number; category: MemoryCategory };

/**
 * Probability (0–1) that a sentence states something lasting about its speaker, and the likeliest category.
 *
 * @param vector of the sentence by the embedder that the weights name.
 */
export function judgeSentence(sentence: string, vector: readonly number[], weights: MemoryWeights = memoryWeights): SentenceVerdict {
  const features = describeSentence(sentence, vector);
  let category: MemoryCategory = 'fact';
  let best = Number.NEGATIVE_INFINITY;
  for (const candidate of memoryCategories) {
    const score = applyHead(weights.categories[candidate], features);
    if (score > best) [best, category] = [score, candidate];
  }
  return { memorable: 1 / (1 + Math.exp(-applyHead(weights.memorable, features))), category };
}

function applyHead({ bias, weights }: Head, features: readonly number[]): number {
  return features.reduce((sum, feature, index) => sum + feature * weights[index]!, bias);
}
