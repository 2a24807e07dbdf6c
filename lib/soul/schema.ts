import { z } from 'zod';
import { boundedText, timestamp } from '@/lib/api/schema';
import { SOUL_MAXIMUM_LENGTH, SOUL_MINIMUM_LENGTH } from './limits';

export { SOUL_MAXIMUM_LENGTH, SOUL_MINIMUM_LENGTH };

const SOUL_EXAMPLE = '# Ada\n\nI am calm and precise. I say when I do not know something.';

export const putSoulBody = z
  .object({
    soul: boundedText(SOUL_MINIMUM_LENGTH, SOUL_MAXIMUM_LENGTH).meta({ description: 'The whole text, as Markdown' }),
    expectedUpdatedAt: timestamp
      .optional()
      .meta({ description: 'When the soul has changed since, nothing is written and the answer is 409' }),
  })
  .meta({ examples: [{ soul: SOUL_EXAMPLE }] });

export const soulAnswer = z.object({ soul: z.string().meta({ examples: [SOUL_EXAMPLE] }), updatedAt: timestamp });

export const putSoulAnswer = soulAnswer.extend({ success: z.literal(true) });
