import { expect, it } from 'vitest';
import { createThinkFilter } from '@/lib/llm/think-filter';

function filter(text: string, size: number) {
  const thoughts = createThinkFilter();
  const result = { text: '', reasoning: '' };
  for (let start = 0; start < text.length; start += size) {
    const { text: piece, reasoning } = thoughts.push(text.slice(start, start + size));
    result.text += piece;
    result.reasoning += reasoning;
  }
  result.text += thoughts.flush();
  return result;
}

it.each([1, 3, 7, 100])('a leading block of thoughts is kept out of the answer, in pieces of %i characters', (size) => {
  expect(filter('\n<think>Is 2 < 3? Yes.</think>\n\nYes.', size)).toEqual({ text: 'Yes.', reasoning: 'Is 2 < 3? Yes.' });
});

it.each(['<thing> is a tag', 'Use <think> for that', '<', '  plain', ''])('the answer %j stays as it is', (text) => {
  expect(filter(text, 2).text).toBe(text);
});

it('thoughts that never end are no answer', () => {
  expect(filter('<think>on and on', 4).text).toBe('');
});
