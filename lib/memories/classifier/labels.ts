import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { memoryCategories } from '@/lib/memories/schema';

const labelSchema = z.enum([...memoryCategories, 'none']);

/** A sentence and what it is; `none` is not worth keeping. */
export type LabelledSentence = { sentence: string; label: z.infer<typeof labelSchema> };

/** Reads the labelled sentences that the classifier is trained on, or those held out to test it. For tests and training only. */
export function readLabels(set: 'training' | 'held-out'): LabelledSentence[] {
  const file = join(process.cwd(), 'lib', 'memories', 'classifier', `${set}.txt`);
  let label: LabelledSentence['label'] = 'none';
  const labelled: LabelledSentence[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('# ')) label = labelSchema.parse(line.slice(2).trim());
    else if (line.trim() !== '') labelled.push({ sentence: line.trim(), label });
  }
  return labelled;
}
