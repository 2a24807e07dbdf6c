import { z } from 'zod';
import { pageQuery, queryInteger } from '@/lib/api/pagination';
import { agentIdParam, boundedText, timestamp, uuidParam, uuidWire } from '@/lib/api/schema';
import { MEMORY_LIMIT, MEMORY_MAXIMUM_LENGTH } from './limits';

export const memoryCategories = ['identity', 'preference', 'goal', 'interest', 'context', 'fact', 'emotion', 'relationship'] as const;

export type MemoryCategory = (typeof memoryCategories)[number];

export const memoryCategory = z.enum(memoryCategories, `must be one of ${memoryCategories.join(', ')}`);

/** Where a memory came from. */
export const memorySources = ['conversation', 'owner', 'key', 'spawning', 'reflection', 'import'] as const;

export type MemorySource = (typeof memorySources)[number];

/** `recent`: the newest first · `oldest` · `changed`: edited or heard last · `mentioned`: heard most often. */
export const memorySorts = ['recent', 'oldest', 'changed', 'mentioned'] as const;

export type MemorySort = (typeof memorySorts)[number];

export { MEMORY_LIMIT };

const content = boundedText(1, MEMORY_MAXIMUM_LENGTH).meta({
  description: 'The fact in one sentence',
  examples: ['Is allergic to peanuts'],
});
const fact = content.meta({ description: 'Another name for `content`' });

export const memoryParams = z.object({ id: agentIdParam, memoryId: uuidParam.meta({ description: 'The memory' }) });

export const listMemoriesQuery = z.object({
  ...pageQuery({ maximum: 200, fallback: 100 }),
  category: memoryCategory.optional().meta({ description: 'Only memories of this kind' }),
  q: boundedText(1, 200).optional().meta({ description: 'Words to look for' }),
  pinned: z
    .enum(['true', 'false'], 'must be true or false')
    .transform((value) => value === 'true')
    .optional()
    .meta({ description: 'Only pinned memories, or only the others', example: 'true' }),
  source: z
    .enum(memorySources, `must be one of ${memorySources.join(', ')}`)
    .optional()
    .meta({ description: 'Only memories that came from there' }),
  sort: z
    .enum(memorySorts, `must be one of ${memorySorts.join(', ')}`)
    .default('recent')
    .meta({ description: '`changed`: edited or heard last; `mentioned`: heard most often' }),
});

export const addMemoryBody = z
  .object({
    content: content.optional(),
    fact: fact.optional(),
    category: memoryCategory.default('fact'),
    pinned: z.boolean().default(false).meta({ description: 'A pinned memory stands in every prompt' }),
  })
  .refine((body) => (body.content ?? body.fact) !== undefined, { path: ['content'], message: 'is required' })
  .meta({ examples: [{ content: 'Is allergic to peanuts', category: 'fact', pinned: true }] });

export const patchMemoryBody = z
  .object({ content: content.optional(), fact: fact.optional(), category: memoryCategory.optional(), pinned: z.boolean().optional() })
  .refine((body) => Object.values(body).some((value) => value !== undefined), 'content, category or pinned is required')
  .meta({ examples: [{ content: 'Is allergic to shellfish', pinned: true }] });

export const memoryWire = z
  .object({
    id: uuidWire,
    content: z.string().meta({ examples: ['Is allergic to peanuts'] }),
    fact: z.string().meta({ description: 'The same as `content`', examples: ['Is allergic to peanuts'] }),
    category: memoryCategory,
    confidence: z.number().meta({ description: 'From 0 to 1', examples: [0.9] }),
    mentionCount: z
      .number()
      .int()
      .meta({ examples: [1] }),
    pinned: z.boolean(),
    status: z.enum(['active', 'superseded', 'archived', 'deleted']),
    source: z.string().meta({ examples: ['conversation'] }),
    sourceMessageId: z.string().nullable().meta({ description: 'The message this was learned from' }),
    sourceConversationId: z.number().int().nullable(),
    indexed: z
      .boolean()
      .meta({ description: 'False while the memory waits for its vector: it is found by words until then', examples: [true] }),
    lastMentionedAt: timestamp,
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: 'Memory' });

export type MemoryWire = z.infer<typeof memoryWire>;

/** What can become of a memory. */
export const revisionKinds = ['created', 'edited', 'strengthened', 'superseded', 'archived', 'deleted', 'restored'] as const;

export type RevisionKind = (typeof revisionKinds)[number];

export const memoryRevisionWire = z.object({
  id: uuidWire,
  kind: z.enum(revisionKinds),
  actor: z.enum(['owner', 'key', 'agent']),
  before: z.object({ content: z.string(), category: z.string(), pinned: z.boolean(), status: z.string() }).nullable(),
  after: z.object({ content: z.string(), category: z.string(), pinned: z.boolean(), status: z.string() }),
  sourceMessageId: z.string().nullable(),
  undone: z.boolean(),
  createdAt: timestamp,
});

export const memoryChangeWire = memoryRevisionWire
  .extend({
    memoryId: uuidWire,
    source: z.string().meta({ description: 'Where the memory came from', examples: ['conversation'] }),
    sourceConversationId: z.number().int().nullable().meta({ description: 'The conversation of `sourceMessageId`, while it stands' }),
    replacedBy: z.string().nullable().meta({ description: 'What is remembered instead, of a memory that was superseded' }),
  })
  .meta({ id: 'MemoryChange' });

export type MemoryChangeWire = z.infer<typeof memoryChangeWire>;

export const memoryTimelineQuery = z.object({
  limit: queryInteger({ minimum: 1, maximum: 100, fallback: 50 }).meta({ description: 'How many at most, from 1 to 100', example: '20' }),
  before: uuidParam.optional().meta({ description: 'Only changes before this one: `next` of the page above' }),
  kind: z
    .enum(revisionKinds, `must be one of ${revisionKinds.join(', ')}`)
    .optional()
    .meta({ description: 'Only changes of this kind' }),
  category: memoryCategory.optional().meta({ description: 'Only memories of this kind' }),
  q: boundedText(1, 200).optional().meta({ description: 'Words to look for, in what was and what came to be known' }),
});

export const memoryTimelineAnswer = z.object({
  changes: z.array(memoryChangeWire),
  next: uuidWire.nullable().meta({ description: 'What `before` of the next page is; null on the last one' }),
});

export const memoryListAnswer = z.object({
  memories: z.array(memoryWire),
  limit: z.number().int(),
  offset: z.number().int(),
  total: z.number().int(),
});

export const memoryWriteAnswer = z.object({ success: z.literal(true), memory: memoryWire });
