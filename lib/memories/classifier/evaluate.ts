import type { MemoryCategory } from '@/lib/memories/schema';
import type { LabelledSentence } from '@/lib/memories/classifier/labels';
import { judgeSentence, type MemoryWeights } from '@/lib/memories/classifier/model';

/** Shares from 0 to 1; `categoryAccuracy` is over the sentences that are memorable and were found so. */
export type Evaluation = { precision: number; recall: number; categoryAccuracy: number; mistakes: string[] };

/** Counts how well weights do on labelled sentences. */
export function evaluateWeights(
  weights: MemoryWeights,
  labelled: readonly LabelledSentence[],
  vectors: readonly (readonly number[])[],
): Evaluation {
  let [found, rightlyFound, memorable, rightCategory] = [0, 0, 0, 0];
  const mistakes: string[] = [];
  labelled.forEach(({ sentence, label }, index) => {
    const verdict = judgeSentence(sentence, vectors[index]!, weights);
    const kept = verdict.memorable >= weights.threshold;
    if (label !== 'none') memorable++;
    if (kept) found++;
    if (kept && label !== 'none') {
      rightlyFound++;
      if (verdict.category === (label satisfies MemoryCategory)) rightCategory++;
    }
    if (kept !== (label !== 'none')) mistakes.push(`${verdict.memorable.toFixed(2)} ${label}: ${sentence}`);
  });
  return {
    precision: rightlyFound / Math.max(1, found),
    recall: rightlyFound / Math.max(1, memorable),
    categoryAccuracy: rightCategory / Math.max(1, rightlyFound),
    mistakes,
  };
}
