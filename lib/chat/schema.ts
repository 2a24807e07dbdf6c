import { z } from 'zod';
import { boundedText, numericId, numericIdParam, uuidParam } from '@/lib/api/schema';
import { MESSAGE_MAXIMUM_LENGTH } from './limits';

export { MESSAGE_MAXIMUM_LENGTH };

const message = z
  .string('Message is required')
  .pipe(boundedText(1, MESSAGE_MAXIMUM_LENGTH));

export const chatBody = z.object({ message, conversationId: numericId.transform(BigInt).nullish() });

export const chatQuery = z.object({ poll: z.enum(['true', 'false', '1', '0']).optional() });

export const replyParams = z.object({ id: numericIdParam, messageId: uuidParam });

export const editMessageBody = z.object({ message });

export const chatStarted = z.object({
  messageId: z.string(),
  conversationId: z.number().int(),
  status: z.literal('processing'),
  userMessageId: z.string(),
});

export const resultProcessing = z.object({ status: z.literal('processing'), conversationId: z.number().int() });

export const resultCompleted = z.object({
  status: z.literal('completed'),
  content: z.string(),
  conversationId: z.number().int(),
  suggestedChips: z.array(z.string()),
  messageId: z.string(),
  /** True when the owner stopped the reply; `content` is what had been written. */
  stopped: z.boolean(),
});

export const resultError = z.object({
  status: z.literal('error'),
  error: z.string(),
  code: z.string(),
  conversationId: z.number().int(),
  messageId: z.string(),
});

/** One event of a reply's stream; every `data:` line is one of these as JSON. */
export const chatEvent = z.union([
  z.object({ keepalive: z.literal(true), messageId: z.string().optional(), conversationId: z.number().int().optional() }),
  z.object({ content: z.string() }),
  z.object({ toolCall: z.object({ id: z.string(), name: z.string(), input: z.unknown() }) }),
  z.object({ error: z.string(), code: z.string().optional(), messageId: z.string().optional(), conversationId: z.number().int().optional() }),
  z.object({
    done: z.literal(true),
    conversationId: z.number().int(),
    suggestedChips: z.array(z.string()),
    messageId: z.string(),
    stopped: z.boolean().optional(),
  }),
]);

export type ChatEvent = z.infer<typeof chatEvent>;
