import { z } from 'zod';
import { pageQuery } from '@/lib/api/pagination';
import { agentIdParam, boundedText, timestamp, uuidParam, uuidWire } from '@/lib/api/schema';
import { uploadedFile } from '@/lib/api/uploaded-file';
import { MEMORY_MAXIMUM_LENGTH } from '@/lib/memories/limits';
import { memoryCategory } from '@/lib/memories/schema';
import { exportFormats } from './export';
import { CANDIDATE_LIMIT, OPEN_IMPORTS } from './limits';

/** `reading`: a worker looks for facts · `ready`: waits for review · `accepted`: memories were written · `failed`: could not be read. */
export const importStatuses = ['reading', 'ready', 'accepted', 'failed'] as const;

export type ImportStatus = (typeof importStatuses)[number];

/** What a fact is beside what the agent remembers: `contrary` to a memory, whose place it would take. */
export const standings = ['new', 'known', 'contrary'] as const;

export type Standing = (typeof standings)[number];

const count = (description: string, example: number) =>
  z
    .number()
    .int()
    .meta({ description, examples: [example] });

export const importParams = z.object({ id: agentIdParam, importId: uuidParam.meta({ description: 'The import' }) });

export const uploadImportBody = z.object({
  file: uploadedFile.meta({ description: 'The export of ChatGPT or Claude: its .zip or its conversations.json, at most 25 MB' }),
});

export const candidatesQuery = z.object(pageQuery({ maximum: CANDIDATE_LIMIT, fallback: 100 }));

export const acceptImportBody = z
  .object({
    all: z.literal(true).optional().meta({ description: 'Takes every fact of the import' }),
    ids: z.array(uuidParam).max(CANDIDATE_LIMIT).optional().meta({ description: 'The facts to take' }),
    edits: z
      .array(z.object({ id: uuidParam, content: boundedText(1, MEMORY_MAXIMUM_LENGTH).meta({ examples: ['I live in Kisumu'] }) }))
      .max(CANDIDATE_LIMIT)
      .default([])
      .meta({ description: 'Other words for some of the facts that are taken; none when left out' }),
  })
  .refine((body) => (body.all === undefined) !== (body.ids === undefined), { path: ['ids'], message: 'give either ids or all' })
  .meta({ examples: [{ ids: ['0197c2f4-6c1e-7d3a-9b52-4f0e8a7c6d21'], edits: [] }] });

export type AcceptImportInput = z.output<typeof acceptImportBody>;

export const memoryImportWire = z
  .object({
    id: uuidWire,
    format: z.enum(exportFormats),
    fileName: z.string().meta({ examples: ['conversations.json'] }),
    status: z.enum(importStatuses),
    conversations: count('Conversations in the export', 120),
    messages: count('Messages of the person that are read', 840),
    messagesRead: count('How many of them have been', 840),
    candidates: count('Facts that wait for review', 36),
    leftOut: z.object({
      unread: count('Conversations and messages whose shape is not known', 0),
      older: count('The oldest messages, beyond the limit', 0),
      surplus: count('Facts beyond the limit', 0),
    }),
    outcome: z
      .object({
        added: count('New memories', 20),
        confirmed: count('Mentions of what was known', 2),
        replaced: count('Memories that made way for a newer fact', 1),
        outdated: count('Facts that were left out, because the agent learned the contrary later', 0),
      })
      .nullable()
      .meta({ description: 'What became of it, once it was accepted' }),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: 'MemoryImport' });

export type MemoryImportWire = z.infer<typeof memoryImportWire>;

export const memoryCandidateWire = z
  .object({
    id: uuidWire,
    content: z.string().meta({ examples: ['I live in Kisumu'] }),
    category: memoryCategory,
    confidence: z.number().meta({ description: 'From 0 to 1', examples: [0.9] }),
    mentions: count('In how many messages it was said', 2),
    saidAt: timestamp.nullable().meta({ description: 'When it was said last' }),
    conversationTitle: z.string().meta({ examples: ['Weekend plans'] }),
    excerpt: z
      .string()
      .meta({ description: 'The passage that it was read in', examples: ['Hi! I live in Kisumu. What is on at the weekend?'] }),
    standing: z.enum(standings),
    memory: z
      .object({ id: uuidWire, content: z.string() })
      .nullable()
      .meta({ description: 'The memory that says the same or the contrary, while it stands' }),
  })
  .meta({ id: 'MemoryCandidate' });

export type MemoryCandidateWire = z.infer<typeof memoryCandidateWire>;

export const importListAnswer = z.object({
  imports: z.array(memoryImportWire).meta({ description: `The latest 50, the newest first; at most ${OPEN_IMPORTS} of them are open` }),
});

export const importWriteAnswer = z.object({ success: z.literal(true), import: memoryImportWire });

export const importAnswer = z.object({
  import: memoryImportWire,
  candidates: z.array(memoryCandidateWire),
  limit: z.number().int(),
  offset: z.number().int(),
  total: z.number().int(),
});
