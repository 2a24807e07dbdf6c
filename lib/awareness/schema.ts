import { z } from 'zod';
import { modelInfo, phases } from '@/lib/agents/schema';
import { timestamp } from '@/lib/api/schema';

const count = z.number().int();
const percent = count.min(0).max(100);

const toolNames = z.array(z.string()).meta({ examples: [['remember', 'search_memory']] });

const phaseDetails = z.object({ description: z.string(), behavior: z.string(), economyAwareness: z.boolean() });

const phaseEntry = phaseDetails.extend({
  label: z.string().meta({ examples: ['Self-aware'] }),
  startsAt: count.meta({ description: 'Effective interactions', examples: [100] }),
});

export const awarenessAnswer = z
  .object({
    messageCount: count.meta({ description: 'Messages of the owner' }),
    memoriesLearned: count,
    conversationCount: count,
    effectiveInteractions: count.meta({ description: 'Messages, and a bonus of at most 8 for the depth of the talk' }),
    phase: z.enum(phases),
    label: z.string().meta({ examples: ['Self-aware'] }),
    progress: percent.meta({ description: 'Across all phases' }),
    phaseProgress: percent.meta({ description: 'Within the phase' }),
    phaseDetails,
    economyCapabilities: z.object({
      economyAwareness: z.boolean().meta({ description: 'Whether the agent speaks of its economy of its own accord' }),
      toolsAvailable: toolNames,
      currentPhase: z.object({ name: z.enum(phases), description: z.string(), behavior: z.string() }),
      phases: z.record(z.enum(phases), phaseEntry),
    }),
    toolsAvailable: toolNames,
    onChain: z.object({ wallet: z.boolean(), token: z.boolean(), identity: z.boolean(), allComplete: z.boolean() }),
    modelInfo,
    quota: z.object({ tokensUsed: count, tokensRemaining: count, tokensLimit: count, resetAt: timestamp }),
  })
  .meta({ id: 'Awareness' });

export type AwarenessWire = z.infer<typeof awarenessAnswer>;

const day = z.iso.date().meta({ examples: ['2026-03-21'] });

export const growthSummaryAnswer = z
  .object({
    month: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .meta({ examples: ['2026-03'] }),
    totalApproved: count.meta({ description: 'Tasks of this month that were approved or completed' }),
    breakdown: z.record(z.string(), count).meta({ description: 'The same by type of task', examples: [{ digest: 20, research: 12 }] }),
    activeDays: count.meta({ description: 'Days of this month with at least one such task' }),
    streak: count.meta({ description: 'Consecutive days with a message of the owner or such a task, ending today; 0 when today has none' }),
    longestStreak: count.meta({ description: 'The longest such run among `days`, or the present one' }),
    days: z
      .array(z.object({ day, messages: count, memories: count, tasks: count }))
      .meta({ description: 'Each of the last 84 UTC days, the oldest first: messages of the owner, facts learned, tasks done' }),
  })
  .meta({ id: 'GrowthSummary' });

export type GrowthSummaryWire = z.infer<typeof growthSummaryAnswer>;
