import { z } from 'zod';
import { pageQuery } from '@/lib/api/pagination';
import { boundedText, timestamp, uuidWire } from '@/lib/api/schema';
import { isUuid } from '@/lib/platform/identifiers';
import { SOUL_MAXIMUM_LENGTH, SOUL_MINIMUM_LENGTH, SOUL_REASON_MAXIMUM_LENGTH } from './limits';

export { SOUL_MAXIMUM_LENGTH, SOUL_MINIMUM_LENGTH };

const SOUL_EXAMPLE = '# Ada\n\nI am calm and precise. I say when I do not know something.';

const expectedUpdatedAt = timestamp
  .optional()
  .meta({ description: 'When the soul has changed since, nothing is written and the answer is 409' });

export const putSoulBody = z
  .object({
    soul: boundedText(SOUL_MINIMUM_LENGTH, SOUL_MAXIMUM_LENGTH).meta({ description: 'The whole text, as Markdown' }),
    reason: boundedText(1, SOUL_REASON_MAXIMUM_LENGTH).optional().meta({ description: 'Why, for the history' }),
    expectedUpdatedAt,
  })
  .meta({ examples: [{ soul: SOUL_EXAMPLE }] });

export const soulAnswer = z.object({ soul: z.string().meta({ examples: [SOUL_EXAMPLE] }), updatedAt: timestamp });

export const putSoulAnswer = soulAnswer.extend({ success: z.literal(true) });

/** Who wrote a version: the owner, a program with a key of the owner's, the agent itself, or the template it was made from. */
export const soulAuthors = ['owner', 'key', 'agent', 'template'] as const;

export type SoulAuthor = (typeof soulAuthors)[number];

export const listSoulVersionsQuery = z.object(pageQuery({ maximum: 50, fallback: 20 }));

export const soulVersionWire = z
  .object({
    id: uuidWire,
    version: z
      .number()
      .int()
      .meta({ description: 'Counts from 1', examples: [3] }),
    soul: z.string().meta({ examples: [SOUL_EXAMPLE] }),
    author: z.enum(soulAuthors),
    reason: z.string().nullable().meta({ description: 'Why it was written, where somebody said so' }),
    restoredFrom: z.number().int().nullable().meta({ description: 'The number of the version whose text was brought back' }),
    current: z.boolean().meta({ description: 'Whether this is the text that stands' }),
    createdAt: timestamp,
  })
  .meta({ id: 'SoulVersion' });

export type SoulVersionWire = z.infer<typeof soulVersionWire>;

export const soulVersionsAnswer = z.object({
  versions: z.array(soulVersionWire),
  limit: z.number().int(),
  offset: z.number().int(),
  total: z.number().int(),
});

export const restoreSoulBody = z
  .object({
    versionId: z
      .string({ error: ({ input }) => (input === undefined ? 'is required' : 'is not a valid id') })
      .refine(isUuid, 'is not a valid id')
      .meta({ description: 'The version whose text is brought back', format: 'uuid' }),
    expectedUpdatedAt,
  })
  .meta({ examples: [{ versionId: '0197c2f4-6c1e-7d3a-9b52-4f0e8a7c6d21' }] });
