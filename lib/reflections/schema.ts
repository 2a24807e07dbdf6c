import { z } from 'zod';
import { agentIdParam, timestamp, uuidParam, uuidWire } from '@/lib/api/schema';
import { reflectionSteps } from './limits';

const count = (description: string, example: number) =>
  z
    .number()
    .int()
    .meta({ description, examples: [example] });

export const reflectionParams = z.object({ id: agentIdParam, reflectionId: uuidParam.meta({ description: 'The pass' }) });

export const startReflectionAnswer = z.object({ status: z.literal('processing'), reflectionId: uuidWire });

const score = z.number().int().min(0).max(100).nullable();

const figures = {
  clarityScoreBefore: score.meta({ description: 'From 0 to 100', examples: [42] }),
  clarityScoreAfter: score.meta({ examples: [78] }),
  memoriesBefore: count('Memories when it began', 85).nullable(),
  memoriesAfter: count('Memories when it ended', 62).nullable(),
  merges: count('Memories that another one took in', 15),
  contradictionsResolved: count('Contradictions that were resolved', 3),
  soulRewritten: z.boolean(),
  tasksProposed: count('Tasks that wait for approval', 4),
  tokensUsed: count('Tokens that it took of the day', 45_000),
  costUsd: z.string().meta({ description: 'US dollars; 0 where no language model took part', examples: ['1.000000'] }),
  triggeredBy: z.string().meta({ description: '`owner` or `key`', examples: ['owner'] }),
  status: z.enum(['processing', 'completed', 'failed']),
  step: z.enum(reflectionSteps).nullable().meta({ description: 'Where it stands, while it is processing' }),
  progress: count('How far it is, in percent', 40),
  undoneAt: timestamp.nullable().meta({ description: 'When it was taken back' }),
  createdAt: timestamp,
  completedAt: timestamp.nullable(),
};

export const reflectionSummary = z.object({ id: uuidWire, ...figures }).meta({ id: 'ReflectionSummary' });

export type ReflectionSummary = z.infer<typeof reflectionSummary>;

const memoryWords = z.object({ id: uuidWire, content: z.string().meta({ examples: ['Lives in Kisumu'] }) });

export const leftOutParts = ['memories', 'contradictions', 'soul', 'tasks'] as const;
export const leftOutReasons = ['no-model', 'no-answer', 'tokens', 'not-all', 'meanwhile'] as const;
export const soulStatuses = ['rewritten', 'unchanged', 'refused', 'skipped', 'changed-meanwhile'] as const;

const mentorReport = z.object({
  memoryActions: z.object({
    merged: count('Memories that another one took in', 15),
    deleted: count('Memories that no longer held', 8),
    kept: count('Memories that are left', 62),
    contradictionsResolved: count('Contradictions that were resolved', 3),
  }),
  soulRewriteStatus: z.enum(soulStatuses),
  soulVersion: z.number().int().nullable().meta({ description: 'The version of the soul that it wrote' }),
  tasksProposed: z.array(
    z.object({
      id: uuidWire,
      title: z.string().meta({ examples: ['Research competitor landscape'] }),
      description: z.string(),
      priority: z.enum(['high', 'medium', 'low']),
    }),
  ),
  merges: z.array(
    z.object({
      kept: memoryWords,
      wordsBefore: z.string().nullable().meta({ description: 'What the kept memory said before, where its words changed' }),
      dropped: z.array(memoryWords),
    }),
  ),
  contradictions: z.array(z.object({ kept: memoryWords, dropped: z.array(memoryWords) })),
  openContradictions: z
    .array(z.object({ newer: memoryWords, older: memoryWords }))
    .meta({ description: 'Memories of which only one seems to be true, left for the owner to decide' }),
  advice: z.string().nullable().meta({ description: 'What the review shows, in the words of the model' }),
  leftOut: z
    .array(z.object({ part: z.enum(leftOutParts), why: z.enum(leftOutReasons), text: z.string() }))
    .meta({ description: 'What this pass could not do, and why' }),
});

export const reflectionAnswer = z
  .object({
    reflectionId: uuidWire,
    ...figures,
    mentorReport: mentorReport.nullable(),
    error: z.string().nullable().meta({ description: 'Why it failed' }),
  })
  .meta({ id: 'Reflection' });

export type ReflectionWire = z.infer<typeof reflectionAnswer>;

const needs = (what: string, have: number, need: number) =>
  z.object({ have: count(`${what} there are`, have), need: count(`${what} that are needed`, need) });

export const reflectionsAnswer = z.object({
  reflections: z.array(reflectionSummary),
  clarityTrend: z.array(
    z.object({
      score: z
        .number()
        .int()
        .meta({ examples: [78] }),
      date: timestamp,
    }),
  ),
  currentClarityScore: score,
  lastReflectionAt: timestamp.nullable(),
  next: z
    .object({
      memories: needs('Memories', 85, 10),
      conversations: needs('Conversations', 12, 5),
      possibleAt: timestamp.nullable().meta({ description: 'When the next pass may begin; null when that is now' }),
      languageModel: z.boolean().meta({ description: 'Whether a language model would take part' }),
      costUsd: z.string().meta({ examples: ['1.000000'] }),
      tokens: count('Tokens of the day that are held for it', 26_000),
    })
    .meta({ description: 'What the next pass needs and costs' }),
});

export type ReflectionsWire = z.infer<typeof reflectionsAnswer>;

export const undoReflectionBody = z
  .object({
    keepChanges: z
      .boolean()
      .default(false)
      .meta({ description: 'Take back what nobody changed since, and leave the rest; without it nothing is taken back then' }),
  })
  .meta({ examples: [{ keepChanges: false }] });

export const undoReflectionAnswer = z.object({
  success: z.literal(true),
  reflectionId: uuidWire,
  memoriesRestored: count('Memories that are as they were', 16),
  soulRestored: z.boolean(),
  tasksWithdrawn: count('Proposed tasks that still waited', 3),
  left: z.object({
    memories: count('Memories that were changed since and stay', 0),
    soul: z.boolean().meta({ description: 'Whether the soul was changed since and stays' }),
    tasks: count('Proposed tasks that were decided since and stay', 1),
  }),
});

export type UndoAnswer = z.infer<typeof undoReflectionAnswer>;
