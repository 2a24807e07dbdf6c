import { z } from 'zod';
import { pageQuery } from '@/lib/api/pagination';
import { boundedText, numericIdParam, timestamp, uuidParam } from '@/lib/api/schema';

export const memoryCategories = ['identity', 'preference', 'goal', 'interest', 'context', 'fact', 'emotion', 'relationship'] as const;

export type MemoryCategory = (typeof memoryCategories)[number];

export const memoryCategory = z.enum(memoryCategories, `must be one of ${memoryCategories.join(', ')}`);

/** Memories an agent may hold that are active. */
export const MEMORY_LIMIT = 1_000;

const content = boundedText(1, 2_000);

export const memoryParams = z.object({ id: numericIdParam, memoryId: uuidParam });

export const listMemoriesQuery = z.object({
  ...pageQuery({ maximum: 200, fallback: 100 }),
  category: memoryCategory.optional(),
  q: boundedText(1, 200).optional(),
});

export const addMemoryBody = z
  .object({ content: content.optional(), fact: content.optional(), category: memoryCategory.default('fact'), pinned: z.boolean().default(false) })
  .refine((body) => (body.content ?? body.fact) !== undefined, { path: ['content'], message: 'is required' });

export const patchMemoryBody = z
  .object({ content: content.optional(), fact: content.optional(), category: memoryCategory.optional(), pinned: z.boolean().optional() })
  .refine((body) => Object.values(body).some((value) => value !== undefined), 'content, category or pinned is required');

export const memoryWire = z.object({
  id: z.string(),
  content: z.string(),
  fact: z.string(),
  category: memoryCategory,
  confidence: z.number(),
  mentionCount: z.number().int(),
  pinned: z.boolean(),
  status: z.enum(['active', 'superseded', 'archived', 'deleted']),
  source: z.string(),
  /** The message this was learned from. */
  sourceMessageId: z.string().nullable(),
  sourceConversationId: z.number().int().nullable(),
  /** False while the memory waits for its vector: it is found by words until then. */
  indexed: z.boolean(),
  lastMentionedAt: timestamp,
  createdAt: timestamp,
  updatedAt: timestamp,
});

export type MemoryWire = z.infer<typeof memoryWire>;

export const memoryRevisionWire = z.object({
  id: z.string(),
  kind: z.enum(['created', 'edited', 'strengthened', 'superseded', 'archived', 'deleted', 'restored']),
  actor: z.enum(['owner', 'key', 'agent']),
  before: z.object({ content: z.string(), category: z.string(), pinned: z.boolean(), status: z.string() }).nullable(),
  after: z.object({ content: z.string(), category: z.string(), pinned: z.boolean(), status: z.string() }),
  sourceMessageId: z.string().nullable(),
  undone: z.boolean(),
  createdAt: timestamp,
});

export const memoryListAnswer = z.object({ memories: z.array(memoryWire), limit: z.number().int(), offset: z.number().int(), total: z.number().int() });

export const memoryWriteAnswer = z.object({ success: z.literal(true), memory: memoryWire });
