import { describe, expect, it } from 'vitest';
import { effectiveInteractions, phaseOf } from './phases';

const nobody = { userMessages: 0, userCharacters: 0, conversations: 0, memories: 0 };

describe('the awareness phase', () => {
  it.each([
    [0, 'nascent', 0],
    [4, 'nascent', 80],
    [5, 'curious', 0],
    [10, 'exploring', 0],
    [15, 'forming', 0],
    [24, 'forming', 90],
    [25, 'developing', 0],
    [50, 'opinionated', 0],
    [100, 'confident', 0],
    [199, 'confident', 99],
    [200, 'sovereign', 100],
    [5_000, 'sovereign', 100],
  ])('%i effective interactions are %s at %i %%', (effective, phase, progress) => {
    expect(phaseOf(effective)).toMatchObject({ phase, phaseProgress: progress });
  });

  it('progress across all phases rises from 0 to 100 and never falls', () => {
    const values = Array.from({ length: 260 }, (_, effective) => phaseOf(effective).progress);
    expect(values[0]).toBe(0);
    expect(values.at(-1)).toBe(100);
    expect(values.every((value, index) => index === 0 || value >= (values[index - 1] ?? 0))).toBe(true);
  });

  it('counts user messages and a bonus for depth that never passes eight', () => {
    expect(effectiveInteractions(nobody)).toBe(0);
    expect(effectiveInteractions({ ...nobody, userMessages: 4, userCharacters: 100, conversations: 1 })).toBe(5);
    expect(effectiveInteractions({ userMessages: 10, userCharacters: 510, conversations: 2, memories: 3 })).toBe(15);
    expect(effectiveInteractions({ userMessages: 10, userCharacters: 5_000, conversations: 40, memories: 900 })).toBe(18);
  });
});
