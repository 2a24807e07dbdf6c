import { z } from 'zod';
import { numericId, timestamp, uuidWire } from '@/lib/api/schema';

export const promptPartNames = [
  'instructions',
  'persona',
  'manner',
  'soul',
  'owner',
  'memories',
  'knowledge',
  'past',
  'summary',
  'now',
  'history',
  'tools',
  'question',
] as const;

export const promptPartWire = z.object({
  name: z.string().meta({ description: `One of: ${promptPartNames.join(', ')}`, examples: ['memories'] }),
  text: z.string().meta({ examples: ['What you remember that may matter now:\n- [identity] I am allergic to peanuts'] }),
  tokens: z
    .number()
    .int()
    .meta({ description: 'As they were estimated when the prompt was put together', examples: [21] }),
  exact: z.boolean().meta({ description: 'Whether the text is what the model got, to the letter', examples: [true] }),
  references: z
    .array(z.object({ kind: z.enum(['memory', 'message', 'summary']), id: uuidWire }))
    .describe('What the part was made from, in order'),
});

export type PromptPartWire = z.infer<typeof promptPartWire>;

export const promptWire = z.object({
  messageId: uuidWire,
  conversationId: numericId,
  kind: z
    .enum(['model', 'recall'])
    .meta({ description: '`recall`: no language model answered, and this is what was found for the quotes' }),
  model: z.string().nullable(),
  createdAt: timestamp,
  budgetTokens: z
    .number()
    .int()
    .meta({ description: 'What the parts may be together, tools aside; 0 for `recall`, which counts none', examples: [12000] }),
  totalTokens: z
    .number()
    .int()
    .meta({ description: 'The estimate of all parts', examples: [2310] }),
  inputTokens: z
    .number()
    .int()
    .meta({ description: 'What the provider counted, over all requests of the reply', examples: [2104] }),
  parts: z.array(promptPartWire),
});

export type PromptWire = z.infer<typeof promptWire>;
