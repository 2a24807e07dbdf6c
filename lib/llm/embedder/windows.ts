/** Words in one window: English runs at about 1.4 pieces a word, so 80 words stay under the encoder's 128 pieces. */
export const MAX_WINDOW_WORDS = 80;

/** Sentence pieces in one window, two below the 128 that the encoder reads. */
export const MAX_WINDOW_PIECES = 126;

/** Windows of one text; text after them does not count. 32 windows are about 2,500 words. */
export const MAX_WINDOWS = 32;

const LONGEST_WORD = 40;

/** What one window may hold. */
export type WindowSize = { words: number; pieces: number };

const WHOLE: WindowSize = { words: MAX_WINDOW_WORDS, pieces: MAX_WINDOW_PIECES };

/**
 * Cuts a text into consecutive windows that the encoder reads to their end, because it ignores the rest silently.
 * Windows end at a sentence's end where one lies in their second half.
 *
 * @param countPieces number of sentence pieces of one word.
 * @param size less than what the encoder reads, where something else is put before each window
 */
export function splitIntoWindows(text: string, countPieces: (word: string) => number, size: WindowSize = WHOLE): string[] {
  const words = splitWords(text).map((word) => ({ word, pieces: countPieces(word) }));
  const windows: string[] = [];
  let start = 0;
  while (start < words.length && windows.length < MAX_WINDOWS) {
    const end = findWindowEnd(words, start, size);
    windows.push(
      words
        .slice(start, end)
        .map(({ word }) => word)
        .join(' '),
    );
    start = end;
  }
  return windows;
}

type CountedWord = { word: string; pieces: number };

function findWindowEnd(words: readonly CountedWord[], start: number, size: WindowSize): number {
  let pieces = 0;
  let end = start;
  let sentenceEnd = 0;
  while (end < words.length && end - start < size.words) {
    const current = words[end]!;
    if (end > start && pieces + current.pieces > size.pieces) break;
    pieces += current.pieces;
    end++;
    if (/[.!?]["')\]]*$/.test(current.word)) sentenceEnd = end;
  }
  if (end === words.length) return end;
  return sentenceEnd > start + (end - start) / 2 ? sentenceEnd : end;
}

function splitWords(text: string): string[] {
  const words: string[] = [];
  // The bound keeps a very long paste from being split whole only to be dropped after the last window.
  for (const match of text.slice(0, MAX_WINDOWS * MAX_WINDOW_WORDS * 12).matchAll(/\S+/gu)) {
    const word = match[0];
    if (word.length <= LONGEST_WORD) words.push(word);
    else for (let at = 0; at < word.length; at += LONGEST_WORD) words.push(word.slice(at, at + LONGEST_WORD));
  }
  return words;
}
