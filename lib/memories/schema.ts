import { z } from 'zod';
import { pageQuery } from '@/lib/api/pagination';
import { agentIdParam, boundedText, timestamp, uuidParam, uuidWire } from '@/lib/api/schema';

export const memoryCategories = ['identity', 'preference', 'goal', 'interest', 'context', 'fact', 'emotion', 'relationship'] as const;

export type MemoryCategory = (typeof memoryCategories)[number];

export const memoryCategory = z.enum(memoryCategories, `must be one of ${memoryCategories.join(', ')}`);

/** Memories an agent may hold that are active. */
export const MEMORY_LIMIT = 1_000;

const content = boundedText(1, 2_000).meta({ description: 'The fact in one sentence', examples: ['Is allergic to peanuts'] });
const fact = content.meta({ description: 'Another name for `content`' });

export const memoryParams = z.object({ id: agentIdParam, memoryId: uuidParam.meta({ description: 'The memory' }) });

export const listMemoriesQuery = z.object({
  ...pageQuery({ maximum: 200, fallback: 100 }),
  category: memoryCategory.optional().meta({ description: 'Only memories of this kind' }),
  q: boundedText(1, 200).optional().meta({ description: 'Words to look for' }),
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

export const memoryRevisionWire = z.object({
  id: uuidWire,
  kind: z.enum(['created', 'edited', 'strengthened', 'superseded', 'archived', 'deleted', 'restored']),
  actor: z.enum(['owner', 'key', 'agent']),
  before: z.object({ content: z.string(), category: z.string(), pinned: z.boolean(), status: z.string() }).nullable(),
  after: z.object({ content: z.string(), category: z.string(), pinned: z.boolean(), status: z.string() }),
  sourceMessageId: z.string().nullable(),
  undone: z.boolean(),
  createdAt: timestamp,
});

export const memoryListAnswer = z.object({
  memories: z.array(memoryWire),
  limit: z.number().int(),
  offset: z.number().int(),
  total: z.number().int(),
});

export const memoryWriteAnswer = z.object({ success: z.literal(true), memory: memoryWire });
