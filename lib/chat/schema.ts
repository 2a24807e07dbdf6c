import { z } from 'zod';
import { agentIdParam, boundedText, numericId, uuidParam, uuidWire } from '@/lib/api/schema';
import { MESSAGE_MAXIMUM_LENGTH } from './limits';

export { MESSAGE_MAXIMUM_LENGTH };

const message = z
  .string('Message is required')
  .pipe(boundedText(1, MESSAGE_MAXIMUM_LENGTH))
  // The description of a pipe is that of its beginning, which knows no bounds.
  .meta({ description: 'What to say to the agent', minLength: 1, maxLength: MESSAGE_MAXIMUM_LENGTH, examples: ['What am I allergic to?'] });

export const chatBody = z
  .object({
    message,
    conversationId: numericId
      .transform(BigInt)
      .nullish()
      .meta({ description: 'The conversation to go on with; without it a new one begins' }),
  })
  .meta({ examples: [{ message: 'What am I allergic to?' }] });

export const chatQuery = z.object({
  poll: z.enum(['true', 'false', '1', '0']).optional().meta({ description: 'Forces poll mode, whatever `Accept` says' }),
});

export const replyParams = z.object({ id: agentIdParam, messageId: uuidParam.meta({ description: 'The message' }) });

export const editMessageBody = z.object({ message }).meta({ examples: [{ message: 'What must I not eat?' }] });

export const chatStarted = z.object({
  messageId: uuidWire.describe('The reply, to poll or to follow'),
  conversationId: numericId,
  status: z.literal('processing'),
  userMessageId: uuidWire.describe('The message that was sent'),
});

export const resultProcessing = z.object({ status: z.literal('processing'), conversationId: numericId });

export const resultCompleted = z.object({
  status: z.literal('completed'),
  content: z.string().meta({ description: 'The reply, as Markdown', examples: ['You are allergic to peanuts.'] }),
  conversationId: numericId,
  suggestedChips: z.array(z.string()).meta({ description: 'What one might say next', examples: [['What can I eat instead?']] }),
  messageId: uuidWire,
  stopped: z.boolean().meta({ description: 'The owner stopped the reply; `content` is what had been written', examples: [false] }),
});

export const resultError = z.object({
  status: z.literal('error'),
  error: z.string().meta({ examples: ['The reply could not be written.'] }),
  code: z.string().meta({ examples: ['REPLY_FAILED'] }),
  conversationId: numericId,
  messageId: uuidWire,
});

/** One event of a reply's stream; every `data:` line is one of these as JSON. */
export const chatEvent = z.union([
  z.object({ keepalive: z.literal(true), messageId: z.string().optional(), conversationId: z.number().int().optional() }),
  z.object({ content: z.string() }),
  z.object({ toolCall: z.object({ id: z.string(), name: z.string(), input: z.unknown() }) }),
  z.object({
    error: z.string(),
    code: z.string().optional(),
    messageId: z.string().optional(),
    conversationId: z.number().int().optional(),
  }),
  z.object({
    done: z.literal(true),
    conversationId: z.number().int(),
    suggestedChips: z.array(z.string()),
    messageId: z.string(),
    stopped: z.boolean().optional(),
  }),
]);

export type ChatEvent = z.infer<typeof chatEvent>;
