import { z } from 'zod';
import { boundedText } from '@/lib/api/schema';

/** What an agent does to get to know its owner, in this order. */
export const spawningSteps = ['init', 'social', 'research', 'knowledge', 'tasks', 'gaps'] as const;

export type SpawningStep = (typeof spawningSteps)[number];

export const spawningStatuses = ['researching', 'training', 'ready', 'failed'] as const;

export type SpawningStatus = (typeof spawningStatuses)[number];

export const stepStatuses = ['pending', 'active', 'done', 'error'] as const;

export type StepStatus = (typeof stepStatuses)[number];

/** Why a step ended without its result. */
export const spawningFaults = [
  'NO_MODEL',
  'NOTHING_TO_READ',
  'NOTHING_READ',
  'PROVIDER_REFUSED',
  'PROVIDER_UNAVAILABLE',
  'BAD_ANSWER',
  'INTERRUPTED',
] as const;

export type SpawningFault = (typeof spawningFaults)[number];

/** Why a page that an owner named could not be read. */
export const unreadCodes = [
  'BAD_ADDRESS',
  'PRIVATE_ADDRESS',
  'UNREACHABLE',
  'TOO_SLOW',
  'TOO_LARGE',
  'TOO_MANY_REDIRECTS',
  'NO_PAGE',
  'UNKNOWN_KIND',
  'NO_TEXT',
  'PASSWORD_NEEDED',
  'DAMAGED',
] as const;

export type UnreadCode = (typeof unreadCodes)[number];

/** What the agent asks for where its owner did not say it, the most useful first. */
export const gapFields = [
  'goals',
  'domain',
  'location',
  'challenges',
  'targetAudience',
  'experienceLevel',
  'languages',
  'budget',
  'xHandle',
] as const;

export type GapField = (typeof gapFields)[number];

export const knowledgeGapWire = z
  .object({
    field: z.enum(gapFields).meta({ examples: ['location'] }),
    type: z
      .enum(['missing', 'unconfirmed'])
      .meta({ description: '`unconfirmed`: research found a value that the owner has not confirmed' }),
    inferredValue: z
      .string()
      .optional()
      .meta({ examples: ['Lagos, Nigeria'] }),
    question: z.string().meta({ examples: ['Are you based in “Lagos, Nigeria”?'] }),
  })
  .meta({ id: 'KnowledgeGap' });

export type KnowledgeGapWire = z.infer<typeof knowledgeGapWire>;

export const researchSourceWire = z.object({
  url: z.string().meta({ examples: ['https://example.com/about'] }),
  title: z.string(),
  read: z.boolean().meta({ description: 'False for an address that the owner gave and that could not be read' }),
  reason: z.string().optional().meta({ description: 'Why it could not be read, in a sentence' }),
  code: z.enum(unreadCodes).optional().meta({ description: 'The same for programs' }),
});

export const researchWire = z.object({
  summary: z.string(),
  interests: z.array(z.string()),
  skills: z.array(z.string()),
  recentActivity: z.array(z.string()),
  personalContext: z.string(),
  sources: z.array(researchSourceWire),
});

export const spawningStatusAnswer = z
  .object({
    agentId: z
      .number()
      .int()
      .meta({ examples: [1001] }),
    spawningStatus: z.enum(spawningStatuses).nullable().meta({ description: 'Null for an agent that was made without `ownerName`' }),
    progress: z.array(
      z.object({
        step: z.enum(spawningSteps),
        status: z.enum(stepStatuses),
        error: z.string().optional().meta({ description: 'Why the step failed' }),
        code: z.enum(spawningFaults).optional(),
      }),
    ),
    research: researchWire.optional().meta({ description: 'When the status is `ready`, and something was found' }),
    knowledgeGaps: z.array(knowledgeGapWire).optional().meta({ description: 'What the agent will ask for, when the status is `ready`' }),
  })
  .meta({ id: 'SpawningStatus' });

export type SpawningStatusWire = z.infer<typeof spawningStatusAnswer>;

export const confirmKnowledgeBody = z
  .object({
    field: z.enum(gapFields, `must be one of ${gapFields.join(', ')}`).meta({ description: 'The gap' }),
    confirmedValue: boundedText(1, 1_000).meta({
      description: 'The true value; several goals, challenges or languages one a line or by `;`',
    }),
  })
  .meta({ examples: [{ field: 'location', confirmedValue: 'Lagos, Nigeria' }] });

export const confirmKnowledgeAnswer = z.object({ success: z.literal(true), gaps: z.array(knowledgeGapWire) });

export const retrySpawningAnswer = z.object({ success: z.literal(true), spawningStatus: z.enum(spawningStatuses) });
