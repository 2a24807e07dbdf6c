import { expect, it } from 'vitest';
import { titleOf } from './service';

it.each([
  ['How do I take my tea?', 'How do I take my tea?'],
  ['  two\n\nlines ', 'two lines'],
])('the title of a conversation that begins with %j is %j', (message, title) => {
  expect(titleOf(message)).toBe(title);
});

it('a long message gives its first words, cut between two of them', () => {
  const title = titleOf('words '.repeat(60));
  expect(title).toMatch(/^(words )+words…$/);
  expect(title.length).toBeLessThan(130);
});

it('a secret in the first message does not stand in the title', () => {
  expect(titleOf('My password is hunter2-Swordfish, keep it safe')).not.toContain('Swordfish');
});
