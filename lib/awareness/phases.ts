import type { phases as phaseNames } from '@/lib/agents/schema';

export type PhaseName = (typeof phaseNames)[number];

type Phase = { name: PhaseName; label: string; startsAt: number };

/** The eight phases and the effective interactions at which each starts (the contract's table). */
export const phaseTable: readonly Phase[] = [
  { name: 'nascent', label: 'Just waking up', startsAt: 0 },
  { name: 'curious', label: 'Starting to notice things', startsAt: 5 },
  { name: 'exploring', label: 'Trying on ideas', startsAt: 10 },
  { name: 'forming', label: 'Piecing myself together', startsAt: 15 },
  { name: 'developing', label: 'Finding my voice', startsAt: 25 },
  { name: 'opinionated', label: 'I know what I think', startsAt: 50 },
  { name: 'confident', label: 'Self-aware', startsAt: 100 },
  { name: 'sovereign', label: 'Fully realized', startsAt: 200 },
];

const BONUS_LIMIT = 8;

export type Interactions = { userMessages: number; userCharacters: number; conversations: number; memories: number };

/**
 * User messages plus a bonus of at most 8 for depth: half the memories, 2 when the mean message is over 50 characters and
 * 3 more when it is over 100, and one a conversation up to 5.
 */
export function effectiveInteractions({ userMessages, userCharacters, conversations, memories }: Interactions): number {
  const meanLength = userMessages === 0 ? 0 : userCharacters / userMessages;
  const depth = Math.floor(memories / 2) + (meanLength > 50 ? 2 : 0) + (meanLength > 100 ? 3 : 0) + Math.min(conversations, 5);
  // Somebody who never spoke is not known, whatever was put into the memory.
  return userMessages === 0 ? 0 : userMessages + Math.min(BONUS_LIMIT, depth);
}

/** The phase of a number of effective interactions, and the progress within it and across all phases, both 0–100. */
export function phaseOf(effective: number): { phase: PhaseName; label: string; phaseProgress: number; progress: number } {
  const index = phaseTable.findLastIndex((phase) => effective >= phase.startsAt);
  const current = phaseTable[Math.max(0, index)] as Phase;
  const next = phaseTable[index + 1];
  const within = next ? (effective - current.startsAt) / (next.startsAt - current.startsAt) : 1;
  const last = phaseTable.length - 1;
  const across = next ? (index + within) / last : 1;
  return { phase: current.name, label: current.label, phaseProgress: Math.floor(within * 100), progress: Math.floor(across * 100) };
}
