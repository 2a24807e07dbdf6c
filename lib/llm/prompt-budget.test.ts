import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shareBudget } from '@/lib/llm/prompt-budget';

it('gives everybody what they need when there is enough', () => {
  expect(
    shareBudget(
      [
        { need: 10, weight: 1 },
        { need: 500, weight: 1 },
      ],
      600,
    ),
  ).toEqual([10, 500]);
});

it('hands what small ones leave to the others by weight', () => {
  expect(
    shareBudget(
      [
        { need: 10, weight: 4 },
        { need: 900, weight: 1 },
        { need: 900, weight: 2 },
      ],
      310,
    ),
  ).toEqual([10, 100, 200]);
});

it('never gives more than there is, nor more than is needed', () => {
  const claim = fc.record({ need: fc.nat(5_000), weight: fc.integer({ min: 1, max: 9 }) });
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 8 }), fc.nat(9_000), (claims, total) => {
      const granted = shareBudget(claims, total);
      expect(granted.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(total);
      expect(granted.every((share, position) => share <= claims[position]!.need)).toBe(true);
    }),
  );
});
