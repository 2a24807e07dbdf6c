import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { embedderThreadUrl } from '@/lib/llm/embedder/embedder-thread-url';
import { prepareForEncoder } from '@/lib/llm/embedder/prepare';
import { MAX_WINDOWS, splitIntoWindows } from '@/lib/llm/embedder/windows';

const onePiece = () => 1;

describe('windows for the encoder', () => {
  it('keeps a short text whole', () => {
    expect(splitIntoWindows('I like tea.', onePiece)).toEqual(['I like tea.']);
  });

  it('loses no word, and no window has more than 80 words or 126 pieces', () => {
    const words = Array.from({ length: 500 }, (_, index) => `w${index}${index % 9 === 0 ? '.' : ''}`);
    const windows = splitIntoWindows(words.join(' '), onePiece);
    expect(windows.join(' ').split(' ')).toEqual(words);
    expect(Math.max(...windows.map((window) => window.split(' ').length))).toBeLessThanOrEqual(80);
    expect(windows.slice(0, -1).every((window) => window.endsWith('.'))).toBe(true);
    const costly = splitIntoWindows(words.join(' '), () => 10);
    expect(Math.max(...costly.map((window) => window.split(' ').length))).toBeLessThanOrEqual(12);
  });

  it('cuts a word without spaces, and stops at the last window', () => {
    expect(splitIntoWindows('x'.repeat(100), onePiece)).toEqual([[40, 40, 20].map((length) => 'x'.repeat(length)).join(' ')]);
    expect(splitIntoWindows('word '.repeat(100_000), onePiece)).toHaveLength(MAX_WINDOWS);
  });
});

describe('what the encoder is given', () => {
  it.each([
    ['User has two cats', 'I have two cats'],
    ['The user is vegetarian. User likes rain', 'I am vegetarian. I likes rain'],
    ["User's wife is called Ana", 'My wife is called Ana'],
    ['The password of a user must be long', 'The password of a user must be long'],
    ['I like tea', 'I like tea'],
  ])('%s → %s', (text, expected) => {
    expect(prepareForEncoder(text)).toBe(expected);
  });

  it('has nothing to go by in other scripts, but keeps accents and a few foreign words', () => {
    expect(prepareForEncoder('我喜欢 tea')).toBe('我喜欢 tea');
    expect(prepareForEncoder('我今天很喜欢喝绿茶 tea')).toBeNull();
    expect(prepareForEncoder('Ich möchte Äpfel')).toBe('Ich möchte Äpfel');
  });
});

describe('the file of the thread', () => {
  it('is the build where it is as new as the source, and the source otherwise', () => {
    const directory = mkdtempSync(join(tmpdir(), 'embedder-'));
    try {
      const source = join(directory, 'lib', 'llm', 'embedder');
      mkdirSync(source, { recursive: true });
      mkdirSync(join(directory, 'dist'));
      writeFileSync(join(source, 'embedder-thread.ts'), '');
      expect(embedderThreadUrl(directory)).toHaveProperty('code', expect.stringContaining('embedder-thread.ts'));
      const built = join(directory, 'dist', 'embedder-thread.js');
      writeFileSync(built, '');
      expect(embedderThreadUrl(directory)).toHaveProperty('url.href', expect.stringContaining('dist/embedder-thread.js'));
      utimesSync(built, 1, 1);
      expect(embedderThreadUrl(directory)).toHaveProperty('code');
      expect(embedderThreadUrl(directory, join(directory, 'dist', 'worker.js'))).toHaveProperty('url.href', pathToFileURL(built).href);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
