import { z } from 'zod';
import { uploadedFile } from '@/lib/api/uploaded-file';
import { agentIdParam, boundedText, timestamp, uuidParam, uuidWire } from '@/lib/api/schema';
import { KNOWLEDGE_LIMIT, KNOWLEDGE_MAXIMUM_LENGTH, KNOWLEDGE_TITLE_MAXIMUM_LENGTH } from './limits';

/** Where a text came from. */
export const knowledgeSources = ['text', 'file', 'url'] as const;

export type KnowledgeSource = (typeof knowledgeSources)[number];

const title = boundedText(1, KNOWLEDGE_TITLE_MAXIMUM_LENGTH).meta({ description: 'What the text is called', examples: ['Return policy'] });
const titleOfSource = title.optional().meta({ description: 'What the text is called; its own title when left out' });
const content = boundedText(1, KNOWLEDGE_MAXIMUM_LENGTH).meta({
  description: 'Plain text or Markdown',
  examples: ['Goods may be returned within 14 days.'],
});

export const knowledgeParams = z.object({ id: agentIdParam, knowledgeId: uuidParam.meta({ description: 'The text' }) });

export const addKnowledgeBody = z
  .object({ title, content })
  .meta({ examples: [{ title: 'Return policy', content: 'Goods may be returned within 14 days.' }] });

export const patchKnowledgeBody = z
  .object({ title: title.optional(), content: content.optional() })
  .refine((body) => body.title !== undefined || body.content !== undefined, 'title or content is required')
  .meta({ examples: [{ content: 'Goods may be returned within 30 days.' }] });

export const uploadKnowledgeBody = z
  .object({ file: uploadedFile.meta({ description: 'Plain text, Markdown, HTML or PDF, at most 5 MB' }), title: titleOfSource })
  .meta({ examples: [{ title: 'Return policy' }] });

export const readUrlBody = z
  .object({ url: boundedText(1, 2_000).meta({ description: 'The address of a page or file on the open internet' }), title: titleOfSource })
  .meta({ examples: [{ url: 'https://example.com/returns' }] });

export const knowledgeWire = z
  .object({
    id: uuidWire,
    title: z.string().meta({ examples: ['Return policy'] }),
    content: z.string().meta({ examples: ['Goods may be returned within 14 days.'] }),
    chunkCount: z
      .number()
      .int()
      .meta({ description: 'How many passages it was cut into', examples: [1] }),
    source: z.enum(knowledgeSources),
    sourceName: z.string().nullable().meta({ description: "The file's name, or the page's address" }),
    indexed: z.boolean().meta({ description: 'False while it waits for its vectors: it is found by words until then', examples: [true] }),
    indexState: z.enum(['indexed', 'waiting', 'failed']).meta({
      description: '`failed`: its vectors could not be computed the last time; it is tried again',
      examples: ['indexed'],
    }),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: 'Knowledge' });

export type KnowledgeWire = z.infer<typeof knowledgeWire>;

export const knowledgeListAnswer = z.object({ knowledge: z.array(knowledgeWire).max(KNOWLEDGE_LIMIT) });

export const knowledgeWriteAnswer = z.object({ success: z.literal(true), knowledge: knowledgeWire });

export const passageWire = z.object({
  position: z
    .number()
    .int()
    .meta({ description: 'Its place in the text, from 0', examples: [0] }),
  heading: z.string().meta({ description: 'The headings above it, outermost first', examples: ['Returns › How'] }),
  content: z.string().meta({ examples: ['Goods may be returned within 14 days.'] }),
  withheld: z.boolean().meta({ description: 'It looks like it holds a secret, so it is never quoted and never shown to a model' }),
});

export type PassageWire = z.infer<typeof passageWire>;

export const knowledgeUseWire = z.object({
  messageId: uuidWire.meta({ description: 'The reply' }),
  conversationId: z.number().int(),
  conversationTitle: z.string().nullable(),
  position: z.number().int().meta({ description: 'The passage, as the text was then' }),
  excerpt: z.string(),
  cited: z.boolean().meta({ description: 'The reply quotes or names it; otherwise it only stood in the prompt' }),
  createdAt: timestamp,
});

export type KnowledgeUseWire = z.infer<typeof knowledgeUseWire>;

export const passagesAnswer = z.object({
  knowledge: knowledgeWire,
  passages: z.array(passageWire),
  uses: z.array(knowledgeUseWire).meta({ description: 'The latest 50 uses in replies, newest first' }),
});

/** A passage that stood in the prompt of a reply, as the reply keeps it. */
export const passageReference = z.object({
  knowledgeId: uuidWire,
  position: z.number().int(),
  title: z.string().meta({ examples: ['Return policy'] }),
  excerpt: z.string().meta({ examples: ['Goods may be returned within 14 days.'] }),
  number: z
    .number()
    .int()
    .meta({ description: 'What the reply calls it, as in [1]', examples: [1] }),
  cited: z.boolean().meta({ description: 'The reply quotes or names it' }),
});

export type PassageReference = z.infer<typeof passageReference>;
