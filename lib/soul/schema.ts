import { z } from 'zod';
import { boundedText, timestamp } from '@/lib/api/schema';
import { SOUL_MAXIMUM_LENGTH, SOUL_MINIMUM_LENGTH } from './limits';

export { SOUL_MAXIMUM_LENGTH, SOUL_MINIMUM_LENGTH };

export const putSoulBody = z.object({
  soul: boundedText(SOUL_MINIMUM_LENGTH, SOUL_MAXIMUM_LENGTH),
  /** When given and the soul has changed since, nothing is written and the answer is 409. */
  expectedUpdatedAt: timestamp.optional(),
});

export const soulAnswer = z.object({ soul: z.string(), updatedAt: timestamp });

export const putSoulAnswer = soulAnswer.extend({ success: z.literal(true) });
