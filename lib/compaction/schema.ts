import { z } from 'zod';
import { numericId, timestamp, uuidWire } from '@/lib/api/schema';

export const summaryMethods = ['model', 'extract'] as const;
export type SummaryMethod = (typeof summaryMethods)[number];

export const summaryActors = ['owner', 'worker'] as const;
export type SummaryActor = (typeof summaryActors)[number];

const method = z.enum(summaryMethods).meta({
  description: '`model`: a language model wrote it; `extract`: sentences of the conversation itself, chosen without one',
});

export const compactBody = z
  .object({ conversationId: numericId.transform(BigInt).meta({ description: 'The conversation to compact' }) })
  .meta({ examples: [{ conversationId: 2001 }] });

const count = (description: string, example: number) =>
  z
    .number()
    .int()
    .meta({ description, examples: [example] });

export const compactAnswer = z.object({
  success: z.literal(true),
  conversationId: numericId,
  messagesCompacted: count('Messages that the summary stands for now', 28),
  totalMessages: count('Messages of the conversation', 40),
  estimatedTokensSaved: count('What every further prompt saves', 3_200),
  summariesTotal: count('Summaries that were written of this conversation', 3),
  tokensBefore: count('What the whole conversation would take of a prompt', 4_100),
  tokensAfter: count('What the summary and the newest messages take', 900),
  method: method.nullable(),
  summary: z
    .string()
    .nullable()
    .meta({ examples: ['- owner: I am allergic to peanuts.'] }),
});

export type CompactAnswer = z.infer<typeof compactAnswer>;

/** That older messages were summed up, told with the message after which it happened. */
export const compactionNotice = z.object({
  id: uuidWire,
  messagesCompacted: count('Messages that the summary stood for then', 28),
  tokensSaved: count('What every further prompt saved', 3_200),
  method,
  by: z.enum(summaryActors).meta({ description: '`worker`: it was made because the conversation had outgrown its prompts' }),
  summary: z.string().meta({ examples: ['- owner: I am allergic to peanuts.'] }),
  createdAt: timestamp,
});

export type CompactionNotice = z.infer<typeof compactionNotice>;
