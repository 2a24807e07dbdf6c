import { describe, expect, it } from 'vitest';
import type { MemoryCategory } from '@/lib/memories/schema';
import { CLARITY_POINTS, clarityOf, type ClarityInput } from './clarity';

const categories: MemoryCategory[] = ['identity', 'goal', 'fact', 'preference'];
const memoriesOf = (count: number, confidence = 1) =>
  Array.from({ length: count }, (_, index) => ({ category: categories[index % 4] as MemoryCategory, confidence }));
const best: ClarityInput = { memories: memoriesOf(40), repeated: 0, near: 0, contradictions: 0, soulCharacters: 800 };

describe('clarity', () => {
  it('is made of parts that come to 100, and is 100 where nothing is left to be done', () => {
    expect(Object.values<number>(CLARITY_POINTS).reduce((sum, points) => sum + points)).toBe(100);
    expect(clarityOf(best)).toBe(100);
  });

  it('is 0 for an agent that knows and says nothing, and for one without memories at most what its soul is worth', () => {
    expect(clarityOf({ ...best, memories: [], soulCharacters: 0 })).toBe(0);
    expect(clarityOf({ ...best, memories: [] })).toBe(CLARITY_POINTS.soul);
  });

  it.each<[string, Partial<ClarityInput>, number]>([
    ['loses nearly half of its part for repetitions in 15 of 100', { repeated: 6 }, 83],
    ['counts what may belong together half', { near: 12 }, 83],
    ['loses a part altogether where a third repeats', { repeated: 14 }, 65],
    ['loses a quarter where one in ten is contradicted', { contradictions: 4 }, 75],
    ['is lower where nothing is certain', { memories: memoriesOf(40, 0.5) }, 93],
    ['is lower where all memories are of one kind', { memories: memoriesOf(40).map(() => ({ category: 'fact', confidence: 1 })) }, 93],
    ['is lower for a soul of one line', { soulCharacters: 100 }, 93],
    ['is lower for a soul that nobody reads to its end', { soulCharacters: 5_000 }, 93],
  ])('%s', (_, change, expected) => expect(clarityOf({ ...best, ...change })).toBe(expected));

  it('never leaves 0 to 100, whatever it is given, and never rises with what is out of order', () => {
    for (const count of [1, 3, 10, 1_000]) {
      let last = 101;
      for (let faults = 0; faults <= count; faults += Math.ceil(count / 7)) {
        const clarity = clarityOf({ ...best, memories: memoriesOf(count), repeated: faults, near: faults, contradictions: faults });
        expect(clarity).toBeGreaterThanOrEqual(0);
        expect(clarity).toBeLessThanOrEqual(last);
        last = clarity;
      }
    }
  });
});
