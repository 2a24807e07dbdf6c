import { describe, expect, it } from 'vitest';
import { sourceAddress } from './memory-source';
import { readFilter } from './use-memory-filter';

describe('the filter of the memory list', () => {
  it('is read from the address', () => {
    const search = new URLSearchParams('q=peanuts&category=preference&source=owner&pinned=true&sort=mentioned');
    expect(readFilter(search)).toEqual({ words: 'peanuts', category: 'preference', source: 'owner', pinned: 'true', sort: 'mentioned' });
  });

  it('leaves out what the server would refuse, and the usual order', () => {
    const search = new URLSearchParams(`q=${'x'.repeat(300)}&category=secrets&source=nowhere&pinned=false&sort=recent`);
    expect(readFilter(search)).toEqual({
      words: 'x'.repeat(200),
      category: undefined,
      source: undefined,
      pinned: undefined,
      sort: undefined,
    });
  });
});

describe('the address of the message behind a memory', () => {
  it('names conversation and message', () => {
    expect(sourceAddress('7', { sourceConversationId: 12, sourceMessageId: 'abc' })).toBe('/agents/7/chat/12?message=abc');
  });

  it('is missing when the conversation is gone', () => {
    expect(sourceAddress('7', { sourceConversationId: null, sourceMessageId: 'abc' })).toBeUndefined();
  });
});
