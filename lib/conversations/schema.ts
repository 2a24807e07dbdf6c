import { z } from 'zod';
import { pageQuery } from '@/lib/api/pagination';
import { boundedText, numericIdParam, numericIdQuery, timestamp } from '@/lib/api/schema';

export const conversationParams = z.object({ id: numericIdParam, conversationId: numericIdParam });

export const listConversationsQuery = z.object(pageQuery({ maximum: 200, fallback: 50 }));

export const searchConversationsQuery = z.object({ q: boundedText(1, 200), ...pageQuery({ maximum: 50, fallback: 20 }) });

export const patchConversationBody = z.object({ title: boundedText(1, 120) });

export const listMessagesQuery = z.object({
  conversationId: numericIdQuery,
  ...pageQuery({ maximum: 200, fallback: 100 }),
  /** Only messages before this one: a cursor that new messages do not shift. */
  before: z.uuid('is not a valid id').optional(),
});

export const conversationWire = z.object({
  id: z.number().int(),
  agentId: z.number().int(),
  title: z.string().nullable(),
  messageCount: z.number().int(),
  createdAt: timestamp,
  lastMessageAt: timestamp,
  /** A reply of this conversation that is being written now. */
  openMessageId: z.string().nullable(),
});

export type ConversationWire = z.infer<typeof conversationWire>;

export const toolCallWire = z.object({
  id: z.string(),
  name: z.string(),
  input: z.unknown(),
  output: z.unknown(),
  error: z.string().nullable(),
  durationMs: z.number().int(),
});

export const messageWire = z.object({
  id: z.string(),
  conversationId: z.number().int(),
  role: z.enum(['user', 'assistant', 'system']),
  content: z.string(),
  status: z.enum(['queued', 'processing', 'completed', 'stopped', 'error']),
  toolCalls: z.array(toolCallWire).nullable(),
  replyToId: z.string().nullable(),
  suggestedChips: z.array(z.string()),
  error: z.string().nullable(),
  errorCode: z.string().nullable(),
  /** Facts that stood in the prompt of this reply. */
  memoriesUsed: z.array(z.object({ id: z.string(), content: z.string() })),
  /** Facts that were learned from the exchange. */
  memoriesSaved: z.array(z.object({ id: z.string(), content: z.string() })),
  usage: z
    .object({
      model: z.string(),
      provider: z.string(),
      tier: z.string(),
      inputTokens: z.number().int(),
      outputTokens: z.number().int(),
      costUsd: z.number(),
      latencyMs: z.number().int().nullable(),
      firstTokenMs: z.number().int().nullable(),
      finishReason: z.string().nullable(),
    })
    .nullable(),
  createdAt: timestamp,
  completedAt: timestamp.nullable(),
});

export type MessageWire = z.infer<typeof messageWire>;

export const messageListAnswer = z.object({
  messages: z.array(messageWire),
  conversationId: z.number().int(),
  limit: z.number().int(),
  offset: z.number().int(),
  total: z.number().int(),
});
