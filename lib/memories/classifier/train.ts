import { memoryCategories } from '@/lib/memories/schema';
import { describeSentence } from '@/lib/memories/classifier/features';
import type { LabelledSentence } from '@/lib/memories/classifier/labels';
import type { Head, MemoryWeights } from '@/lib/memories/classifier/model';

export type TrainingOptions = { embedder: string; threshold: number; penalty: number };

const ITERATIONS = 1200;
const STEP = 2;

/**
 * Fits the weights by full-batch gradient descent from zero, so that the same sentences and vectors give the same weights.
 *
 * @param vectors one for each sentence, `number[512]`, unit length.
 */
export function trainWeights(
  labelled: readonly LabelledSentence[],
  vectors: readonly (readonly number[])[],
  { embedder, threshold, penalty }: TrainingOptions,
): MemoryWeights {
  const features = labelled.map(({ sentence }, index) => describeSentence(sentence, vectors[index]!));
  const kept = labelled.map(({ label }) => label !== 'none');
  const keptFeatures = features.filter((_, index) => kept[index]);
  const keptLabels = labelled.filter((_, index) => kept[index]).map(({ label }) => label);
  const categories = Object.fromEntries(
    memoryCategories.map((category) => [
      category,
      trainHead(
        keptFeatures,
        keptLabels.map((label) => label === category),
        penalty,
      ),
    ]),
  ) as MemoryWeights['categories'];
  return { embedder, threshold, memorable: trainHead(features, kept, penalty), categories };
}

function trainHead(features: readonly (readonly number[])[], targets: readonly boolean[], penalty: number): Head {
  const weights = new Float64Array(features[0]!.length);
  let bias = 0;
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const gradient = new Float64Array(weights.length);
    let biasGradient = 0;
    features.forEach((row, index) => {
      let score = bias;
      for (let at = 0; at < row.length; at++) score += row[at]! * weights[at]!;
      const error = 1 / (1 + Math.exp(-score)) - (targets[index] ? 1 : 0);
      for (let at = 0; at < row.length; at++) gradient[at]! += error * row[at]!;
      biasGradient += error;
    });
    for (let at = 0; at < weights.length; at++) {
      weights[at]! -= STEP * (gradient[at]! / features.length + penalty * weights[at]!);
    }
    bias -= (STEP * biasGradient) / features.length;
  }
  return { bias: round(bias), weights: Array.from(weights, round) };
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
