import { describe, expect, it, vi } from 'vitest';
import { draftKeyOf, joinDrafts } from './drafts';
import { createKeptTexts } from './kept-text';
import { fateOf, parseUnsent, pauseBefore } from './outbox';

function storage() {
  const entries = new Map<string, string>();
  return {
    entries,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
}

describe('texts that are kept', () => {
  it('outlive the page, each under its own key, until they are emptied', () => {
    const kept = storage();
    vi.stubGlobal('localStorage', kept);
    createKeptTexts('draft:').write('1:2', 'half a thought');
    const reloaded = createKeptTexts('draft:');
    expect(reloaded.read('1:2')).toBe('half a thought');
    expect(reloaded.read('1:new')).toBe('');
    reloaded.write('1:2', '');
    expect(kept.entries.size).toBe(0);
    vi.unstubAllGlobals();
  });

  it('live as long as the page where nothing may be stored', () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
    const texts = createKeptTexts('draft:');
    texts.write('1', 'still here');
    expect(texts.read('1')).toBe('still here');
    vi.unstubAllGlobals();
  });

  it('have a key for each conversation and one for the next', () => {
    expect(draftKeyOf('7', '9')).not.toBe(draftKeyOf('7', undefined));
    expect(joinDrafts('first', 'second')).toBe('first\n\nsecond');
    expect(joinDrafts('first', ' ')).toBe('first');
  });
});

describe('a message that was not taken in', () => {
  it('is sent again after a broken connection, goes back without tokens, and else waits for a decision', () => {
    expect(fateOf({ status: 0, code: 'NETWORK' })).toBe('again');
    expect(fateOf({ status: 503, code: 'SERVICE_UNAVAILABLE' })).toBe('again');
    expect(fateOf({ status: 429, code: 'QUOTA_EXCEEDED' })).toBe('back');
    expect(fateOf({ status: 429, code: 'RATE_LIMITED' })).toBe('decide');
    expect(fateOf({ status: 404, code: 'NOT_FOUND' })).toBe('decide');
  });

  it('waits longer each time, never for ever, and as long as the server asks', () => {
    expect([1, 2, 3].map((failures) => pauseBefore(failures))).toEqual([2_000, 4_000, 8_000]);
    expect(pauseBefore(500)).toBe(30_000);
    expect(pauseBefore(1, 45_000)).toBe(45_000);
  });

  it('is read back only when it is whole', () => {
    expect(parseUnsent(JSON.stringify({ message: 'Hello', attempt: 'a1' }))).toEqual({ message: 'Hello', attempt: 'a1' });
    for (const text of ['', 'null', '{"message":"Hello"}', '{']) expect(parseUnsent(text)).toBeUndefined();
  });
});
