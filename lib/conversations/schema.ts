import { z } from 'zod';
import { pageQuery } from '@/lib/api/pagination';
import { agentIdParam, boundedText, numericId, numericIdParam, numericIdQuery, timestamp, uuidWire } from '@/lib/api/schema';
import { compactionNotice } from '@/lib/compaction/schema';
import { passageReference } from '@/lib/knowledge/schema';

export const conversationParams = z.object({
  id: agentIdParam,
  conversationId: numericIdParam.meta({ description: 'The conversation', example: '2001' }),
});

export const listConversationsQuery = z.object(pageQuery({ maximum: 200, fallback: 50 }));

export const searchConversationsQuery = z.object({
  q: boundedText(1, 200).meta({ description: 'Words to look for', examples: ['peanuts'] }),
  ...pageQuery({ maximum: 50, fallback: 20 }),
});

export const patchConversationBody = z
  .object({ title: boundedText(1, 120).meta({ examples: ['What I cannot eat'] }) })
  .meta({ examples: [{ title: 'What I cannot eat' }] });

export const listMessagesQuery = z.object({
  conversationId: numericIdQuery.meta({ description: 'The conversation', example: '2001' }),
  ...pageQuery({ maximum: 200, fallback: 100 }),
  before: z
    .uuid('is not a valid id')
    .optional()
    .meta({ description: 'Only messages before this one: a cursor that new messages do not shift' }),
});

export const conversationWire = z
  .object({
    id: numericId,
    agentId: z
      .number()
      .int()
      .meta({ examples: [1001] }),
    title: z
      .string()
      .nullable()
      .meta({ examples: ['What I cannot eat'] }),
    messageCount: z
      .number()
      .int()
      .meta({ examples: [4] }),
    createdAt: timestamp,
    lastMessageAt: timestamp,
    openMessageId: z
      .string()
      .nullable()
      .meta({ description: 'The reply of this conversation that is being written now', examples: [null] }),
  })
  .meta({ id: 'Conversation' });

export type ConversationWire = z.infer<typeof conversationWire>;

export const toolCallWire = z.object({
  id: z.string(),
  name: z.string(),
  input: z.unknown(),
  output: z.unknown(),
  error: z.string().nullable(),
  durationMs: z.number().int(),
});

const memoryReference = z.object({ id: uuidWire, content: z.string().meta({ examples: ['Is allergic to peanuts'] }) });

export const messageWire = z
  .object({
    id: uuidWire,
    conversationId: numericId,
    role: z.enum(['user', 'assistant', 'system']).meta({ examples: ['assistant'] }),
    content: z.string().meta({ examples: ['You are allergic to peanuts.'] }),
    status: z.enum(['queued', 'processing', 'completed', 'stopped', 'error']).meta({ examples: ['completed'] }),
    toolCalls: z.array(toolCallWire).nullable(),
    replyToId: z.string().nullable(),
    suggestedChips: z.array(z.string()),
    error: z.string().nullable(),
    errorCode: z.string().nullable(),
    memoriesUsed: z.array(memoryReference).describe('Facts that stood in the prompt of this reply'),
    knowledgeUsed: z.array(passageReference).describe('Passages of knowledge that stood in the prompt of this reply'),
    memoriesSaved: z.array(memoryReference).describe('Facts that were learned from the exchange'),
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
    compactions: z.array(compactionNotice).optional().describe('Given where older messages were summed up after this one'),
  })
  .meta({ id: 'Message' });

export type MessageWire = z.infer<typeof messageWire>;

export const messageListAnswer = z.object({
  messages: z.array(messageWire),
  conversationId: z.number().int(),
  limit: z.number().int(),
  offset: z.number().int(),
  total: z.number().int(),
});
