import { quotaDay } from '@/lib/chat/quota';
import { chatToolNames } from '@/lib/chat/tools';
import { providers } from '@/lib/llm/runtime';
import { DAY_MS, nextUtcDay, now, startOfUtcDay } from '@/lib/platform/clock';
import { env } from '@/lib/platform/env';
import { effectiveInteractions, findPhase, phaseOf, phaseTable } from './phases';
import type { AwarenessRow, DayRow } from './queries';
import type { AwarenessWire, GrowthSummaryWire } from './schema';

/** What the agent can really call in a conversation. No tool of an economy of its own is among them. */
const toolsAvailable = [...chatToolNames];

const phases = Object.fromEntries(
  phaseTable.map(({ name, ...details }) => [name, details]),
) as AwarenessWire['economyCapabilities']['phases'];

/** An agent's awareness in the contract's long shape. */
export function presentAwareness(row: AwarenessRow): AwarenessWire {
  const effective = effectiveInteractions(row);
  const { phase, label, progress, phaseProgress } = phaseOf(effective);
  const { description, behavior, economyAwareness } = findPhase(phase);
  const limit = env().DAILY_TOKEN_LIMIT;
  return {
    messageCount: row.userMessages,
    memoriesLearned: row.memories,
    conversationCount: row.conversations,
    effectiveInteractions: effective,
    phase,
    label,
    progress,
    phaseProgress,
    phaseDetails: { description, behavior, economyAwareness },
    economyCapabilities: {
      economyAwareness,
      toolsAvailable: [],
      currentPhase: { name: phase, description, behavior },
      phases,
    },
    toolsAvailable,
    onChain: {
      wallet: row.hasWallet,
      token: row.hasToken,
      identity: row.hasIdentity,
      allComplete: row.hasWallet && row.hasToken && row.hasIdentity,
    },
    modelInfo: providers().describe(row.premiumModel),
    quota: {
      tokensUsed: row.tokensUsed,
      tokensRemaining: Math.max(0, limit - row.tokensUsed - row.tokensReserved),
      tokensLimit: limit,
      resetAt: nextUtcDay(now()).toISOString(),
    },
  };
}

/** The first of the days that a calendar shows, which ends with the day of `at`. */
export function firstOfDays(at: Date, days: number): Date {
  return new Date(startOfUtcDay(at).getTime() - (days - 1) * DAY_MS);
}

/** Every day from `first` to that of `at`, also those on which nothing happened. */
export function fillDays(rows: readonly DayRow[], first: Date, at: Date): GrowthSummaryWire['days'] {
  const known = new Map(rows.map((row) => [row.day, row]));
  const days: GrowthSummaryWire['days'] = [];
  for (let ms = first.getTime(); ms <= at.getTime(); ms += DAY_MS) {
    const day = quotaDay(new Date(ms));
    days.push(known.get(day) ?? { day, messages: 0, memories: 0, tasks: 0 });
  }
  return days;
}

/** The longest run of days with a message or a task. */
export function longestStreak(days: GrowthSummaryWire['days']): number {
  let longest = 0;
  let run = 0;
  for (const { messages, tasks } of days) {
    run = messages + tasks > 0 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
