import { describe, expect, it } from 'vitest';
import { followsAfterScroll, seesEnd } from './stick';

const place = (top: number, height = 2_000) => ({ top, height, viewport: 800 });

describe('following what is written', () => {
  it('goes on while new words move the end away', () => {
    expect(followsAfterScroll(true, 1_200, place(1_200, 2_300))).toBe(true);
    expect(seesEnd(place(1_200, 2_300))).toBe(false);
  });

  it('stops as soon as the reader scrolls up, also by little and while words come', () => {
    expect(followsAfterScroll(true, 1_200, place(1_190))).toBe(false);
    expect(followsAfterScroll(true, 1_200, place(1_100, 2_300))).toBe(false);
  });

  it('begins again near the end, and not before', () => {
    expect(followsAfterScroll(false, 900, place(1_000))).toBe(false);
    expect(followsAfterScroll(false, 1_000, place(1_160))).toBe(true);
  });

  it('survives a view that was moved up because its content shrank', () => {
    expect(followsAfterScroll(true, 1_200, place(1_000, 1_800))).toBe(true);
  });
});
