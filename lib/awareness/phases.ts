import type { phases as phaseNames } from '@/lib/agents/schema';

export type PhaseName = (typeof phaseNames)[number];

type Phase = {
  name: PhaseName;
  label: string;
  /** Effective interactions. */
  startsAt: number;
  description: string;
  behavior: string;
  /** Whether the agent speaks of wallet, token and identity of its own accord. Its tools for them are there from the first phase. */
  economyAwareness: boolean;
};

/** The eight phases and the effective interactions at which each starts (the contract's table). */
export const phaseTable: readonly Phase[] = [
  {
    name: 'nascent',
    label: 'Just waking up',
    startsAt: 0,
    description: 'The Spark — new to its owner, takes nothing for granted',
    behavior: 'Agent asks short, open questions and answers with what it was told, without guessing at the rest.',
    economyAwareness: false,
  },
  {
    name: 'curious',
    label: 'Starting to notice things',
    startsAt: 5,
    description: "The Mirror — building rapport, mirroring the owner's energy and tone",
    behavior: 'Agent focuses on connecting with the owner: it takes up their words and their pace, and asks about what keeps coming back.',
    economyAwareness: false,
  },
  {
    name: 'exploring',
    label: 'Trying on ideas',
    startsAt: 10,
    description: 'The Explorer — tries ideas and learns which of them fit',
    behavior: 'Agent offers ideas beside the answer and keeps to those that are taken up.',
    economyAwareness: false,
  },
  {
    name: 'forming',
    label: 'Piecing myself together',
    startsAt: 15,
    description: 'The Sketch — puts what it learned together into a first picture',
    behavior: 'Agent joins facts from several conversations and says what it concludes from them, ready to be corrected.',
    economyAwareness: false,
  },
  {
    name: 'developing',
    label: 'Finding my voice',
    startsAt: 25,
    description: 'The Voice — speaks in a manner of its own',
    behavior:
      'Agent has a steady manner and starts where earlier talks ended. It answers questions about its own economy, and raises none.',
    economyAwareness: false,
  },
  {
    name: 'opinionated',
    label: 'I know what I think',
    startsAt: 50,
    description: 'The Counsel — has views and gives its reasons',
    behavior: 'Agent says what it would do and why, and disagrees where it has reason to. It raises its own economy only when asked.',
    economyAwareness: false,
  },
  {
    name: 'confident',
    label: 'Self-aware',
    startsAt: 100,
    description: 'The Agent — autonomous, anticipates needs',
    behavior: 'Agent proactively mentions onchain capabilities such as wallet, token, identity and sponsorship where they serve the owner.',
    economyAwareness: true,
  },
  {
    name: 'sovereign',
    label: 'Fully realized',
    startsAt: 200,
    description: 'The Partner — plans ahead and carries its part by itself',
    behavior: 'Agent proposes what comes next before it is asked, and mentions wallet, token, identity and sponsorship of its own accord.',
    economyAwareness: true,
  },
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

/** The row of a phase in the table. */
export function findPhase(name: PhaseName): Phase {
  return phaseTable.find((phase) => phase.name === name) as Phase;
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
