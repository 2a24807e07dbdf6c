import { describe, expect, it } from 'vitest';
import type { MessageWire } from '@/lib/conversations/schema';
import { chunksOf, estimateHeight } from './chunks';

const messages = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ id: String(from + index), role: 'user', content: 'x' }) as MessageWire);
const keyOf = (chunks: ReturnType<typeof chunksOf>, id: string) => chunks.find((chunk) => chunk.messages.some((one) => one.id === id))?.key;

describe('a conversation in chunks', () => {
  it('keeps messages where they are when older ones are loaded and new ones come', () => {
    const before = chunksOf({ messages: messages(1_941, 2_000), total: 2_000 });
    const after = chunksOf({ messages: messages(1_741, 2_002), total: 2_002 });
    for (const id of ['1941', '1950', '1951', '1999', '2000']) expect(keyOf(after, id)).toBe(keyOf(before, id));
  });

  it('leaves no message out and mixes none up', () => {
    const all = messages(1, 47);
    expect(chunksOf({ messages: all, total: 47 }).flatMap((chunk) => chunk.messages)).toEqual(all);
    expect(chunksOf({ messages: [], total: 0 })).toEqual([]);
  });

  it('expects more room for longer messages', () => {
    const short = estimateHeight([{ role: 'assistant', content: 'Yes.' }]);
    expect(estimateHeight([{ role: 'assistant', content: 'Yes.\n'.repeat(10) }])).toBeGreaterThan(short + 200);
    expect(estimateHeight([{ role: 'assistant', content: 'word '.repeat(200) }])).toBeGreaterThan(short + 200);
  });
});
