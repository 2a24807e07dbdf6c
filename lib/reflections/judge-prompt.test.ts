import { describe, expect, it } from 'vitest';
import { readJudgement } from './judge-prompt';
import type { SeenMemory } from './pass-queries';

const seen = (content: string, index: number): SeenMemory => ({
  id: `memory-${index + 1}`,
  content,
  category: 'fact',
  confidence: 0.9,
  mentionCount: 1,
  pinned: false,
  version: 1,
  createdAt: '2026-11-01T00:00:00.000Z',
});

const tea = ['User drinks green tea every morning', 'User likes a cup of green tea at breakfast'].map(seen);
const merged = (text: string) => readJudgement({ actions: [{ kind: 'merge', keep: 1, drop: [2], text }] }, [tea]);

describe('the text of two memories that become one', () => {
  it.each(['User drinks a cup of green tea at breakfast every morning', 'Green tea is what the user drinks each morning, with breakfast'])(
    'may be worded anew: %s',
    (text) => {
      expect(merged(text)).toEqual([{ kind: 'merge', keep: 'memory-1', drop: ['memory-2'], text }]);
    },
  );

  it.each([
    ['of something else', 'Bicycle workshop opens beside the market'],
    ['that adds to what was told', 'User drinks green tea, owns a bicycle workshop and sells spare parts'],
    ['with a name of its own', 'User drinks green tea every morning in Kisumu'],
    ['with a figure of its own', 'User drinks 3 cups of green tea every morning'],
  ])('is not taken where it is one %s', (_what, text) => {
    expect(merged(text)).toEqual([]);
  });
});
