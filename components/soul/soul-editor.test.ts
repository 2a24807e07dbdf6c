import { describe, expect, it } from 'vitest';
import { SOUL_MAXIMUM_LENGTH } from '@/lib/soul/limits';
import { lengthProblem } from './use-soul-editor';

describe('the length of a soul', () => {
  it('is counted without the space around it, as the server counts it', () => {
    expect(lengthProblem('   short    ')).toBe('tooShort');
    expect(lengthProblem('I am calm.')).toBeUndefined();
    expect(lengthProblem(` ${'x'.repeat(SOUL_MAXIMUM_LENGTH)} `)).toBeUndefined();
    expect(lengthProblem('x'.repeat(SOUL_MAXIMUM_LENGTH + 1))).toBe('tooLong');
  });
});
