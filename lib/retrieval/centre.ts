import { z } from 'zod';
import { toUnitLength } from '@/lib/llm/embedder/embedder';
import centreOfQuestions from './centre/centre.json';

const { embedder, centre } = z.object({ embedder: z.string(), centre: z.array(z.number()).length(512) }).parse(centreOfQuestions);

/**
 * The direction of what a question is about. The embedded encoder places all questions near each other, because they are questions; what
 * many unlike questions have in common (`centre/questions.txt`) is taken off, so that statements about the same thing come nearer than
 * other questions. Vectors of other embedders stay as they are.
 *
 * @param vector `number[512]`, unit length; so is the answer
 * @param share how much of the centre is taken off, 0–1
 */
export function aimQuestion(vector: readonly number[], embedderId: string, share: number): number[] {
  if (embedderId !== embedder) return [...vector];
  const aimed = vector.map((component, index) => component - share * (centre[index] ?? 0));
  return toUnitLength(aimed) ?? [...vector];
}
