import type { MemoryCategory } from '@/lib/memories/schema';

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

export function isCategory(text: string): text is MemoryCategory {
  return (categories as readonly string[]).includes(text);
}
