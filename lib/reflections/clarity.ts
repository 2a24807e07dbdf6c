import type { MemoryCategory } from '@/lib/memories/schema';

/** What clarity is computed from. */
export type ClarityInput = {
  memories: readonly { category: MemoryCategory; confidence: number }[];
  /** Memories that could be spared because another one surely says the same. */
  repeated: number;
  /** Memories beyond these that are so near to another one that they may belong together. */
  near: number;
  /** Pairs of memories of which only one can be true. */
  contradictions: number;
  soulCharacters: number;
};

/** Points of each part; 100 in all. Decision 013 says why. */
export const CLARITY_POINTS = { distinct: 35, consistent: 25, certain: 15, broad: 10, soul: 15 } as const;

/** Share of memories to spare, and of contradicting pairs a memory, at which a part is worth nothing. */
const REPEATED_AT_WORST = 0.3;
const CONTRADICTIONS_AT_WORST = 0.1;
/** A memory that may belong to another counts half of one that surely does. */
const NEAR_WEIGHT = 0.5;
const CATEGORIES_FOR_ALL = 4;
/** A soul says something from here on, and is a page up to there; the longest one that is kept is worth half. */
const SOUL_FROM_CHARACTERS = 200;
const SOUL_TO_CHARACTERS = 2_500;
const SOUL_LONGEST_CHARACTERS = 5_000;

const within = (share: number) => Math.min(1, Math.max(0, share));

function soulShare(characters: number): number {
  if (characters <= SOUL_TO_CHARACTERS) return within(characters / SOUL_FROM_CHARACTERS);
  return 1 - within((characters - SOUL_TO_CHARACTERS) / (SOUL_LONGEST_CHARACTERS - SOUL_TO_CHARACTERS)) / 2;
}

/**
 * How well an agent's knowledge is in order, without a model: 0 to 100, a whole number. An agent without memories has its soul alone.
 */
export function clarityOf({ memories, repeated, near, contradictions, soulCharacters }: ClarityInput): number {
  const { length } = memories;
  const soul = CLARITY_POINTS.soul * soulShare(soulCharacters);
  if (length === 0) return Math.round(soul);
  const distinct = 1 - within((repeated + NEAR_WEIGHT * near) / length / REPEATED_AT_WORST);
  const consistent = 1 - within(contradictions / length / CONTRADICTIONS_AT_WORST);
  const certain = within(memories.reduce((sum, { confidence }) => sum + confidence, 0) / length);
  const broad = within(new Set(memories.map(({ category }) => category)).size / CATEGORIES_FOR_ALL);
  return Math.round(
    CLARITY_POINTS.distinct * distinct +
      CLARITY_POINTS.consistent * consistent +
      CLARITY_POINTS.certain * certain +
      CLARITY_POINTS.broad * broad +
      soul,
  );
}
