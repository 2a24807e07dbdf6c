import type { MemoryCategory, MemorySort, MemorySource, RevisionKind } from '@/lib/memories/schema';

/** The kinds of memories, in the order of their filter. */
export const categories = [
  'identity',
  'preference',
  'goal',
  'interest',
  'context',
  'fact',
  'emotion',
  'relationship',
] as const satisfies readonly MemoryCategory[];

/** Where memories come from, in the order of their filter. */
export const sources = ['conversation', 'owner', 'key', 'reflection', 'spawning', 'import'] as const satisfies readonly MemorySource[];

/** The orders of the list; the first is the usual one. */
export const sorts = ['recent', 'changed', 'mentioned', 'oldest'] as const satisfies readonly MemorySort[];

/** What becomes of memories, in the order of its filter. */
export const changes = [
  'created',
  'strengthened',
  'edited',
  'superseded',
  'deleted',
  'restored',
  'archived',
] as const satisfies readonly RevisionKind[];

/** A text of the address if it is one of the known words. */
export function oneOf<Word extends string>(words: readonly Word[], text: string): Word | undefined {
  return words.find((word) => word === text);
}
