import { foldText, wordsOf } from '@/lib/platform/text-search';

const BEFORE_CHARACTERS = 60;
const EXCERPT_CHARACTERS = 200;

/** The part of a text around the first place that fits a search, on one line, with an ellipsis where something was cut off. */
export function excerptOf(text: string, q: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const start = Math.max(0, findPlace(line, q) - BEFORE_CHARACTERS);
  // Not in the middle of a word, nor of a character of two units.
  const from = start === 0 ? 0 : nextBreak(line, start);
  const cut = line.slice(from, from + EXCERPT_CHARACTERS);
  const end = from + cut.length < line.length ? Math.max(cut.lastIndexOf(' '), EXCERPT_CHARACTERS - 40) : cut.length;
  const excerpt = cut.slice(0, end).trim();
  return `${from > 0 ? '…' : ''}${excerpt.isWellFormed() ? excerpt : excerpt.toWellFormed()}${from + end < line.length ? '…' : ''}`;
}

function nextBreak(line: string, start: number): number {
  const space = line.indexOf(' ', start);
  return space < 0 || space > start + BEFORE_CHARACTERS ? start : space + 1;
}

function findPlace(line: string, q: string): number {
  const words = wordsOf(q);
  for (const match of line.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const folded = foldText(match[0]);
    if (words.some((word) => folded.startsWith(word) || (word.length > 1 && folded.includes(word)))) return match.index;
  }
  return Math.max(0, line.toLowerCase().indexOf(q.toLowerCase()));
}
