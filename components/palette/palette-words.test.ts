import { describe, expect, it } from 'vitest';
import { beginning, fits, fold } from './palette-words';

describe('fold', () => {
  it('leaves case and accents out', () => {
    expect(fold('Configuração ÉTÉ')).toBe('configuracao ete');
  });
});

describe('fits', () => {
  it.each([
    ['', true],
    ['mem', true],
    ['ada mem', true],
    ['mem ada', true],
    ['ADA', true],
    ['memoria', true],
    ['soul', false],
    ['ada soul', false],
  ])('%j against "Ada: Memória" is %j', (typed, expected) => {
    expect(fits(typed, 'Ada', 'Memória')).toBe(expected);
  });
});

describe('beginning', () => {
  it('is the first line, cut between words', () => {
    expect(beginning('Is allergic to peanuts\nand more')).toBe('Is allergic to peanuts');
    expect(beginning('one two three', 8)).toBe('one two');
    expect(beginning('x'.repeat(20), 8)).toBe('xxxxxxxx');
  });
});
