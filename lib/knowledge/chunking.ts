import { MAX_WINDOW_PIECES, MAX_WINDOW_WORDS, splitIntoWindows } from '@/lib/llm/embedder/windows';
import { estimateTokens } from '@/lib/llm/tokens';
import { type Block, readBlocks, splitLines } from './blocks';

/** Sizes of chunks, in tokens by `estimateTokens`. */
export const CHUNK_SIZES = {
  /** What a chunk is filled up to. */
  aim: 400,
  /** A chunk with less than this goes on over the next heading. */
  least: 120,
  /** Code, which says little when it is cut, is kept whole up to here. */
  code: 800,
  /** Of the chunk before, repeated at the beginning so that a sentence that leans on the one before it is understood. */
  overlap: 50,
} as const;

/** Words of title and headings that are read with each window: they tell apart what says the same in different texts. */
export const CONTEXT_WORDS = 12;

export type Chunk = {
  /** The headings above its beginning, outermost first. */
  heading: string;
  /** The overlap and its own text. */
  content: string;
  /** Where its own text begins in `content`, behind the overlap. */
  ownStart: number;
};

/** A stretch of a chunk that the embedder reads to its end; places in the chunk's content, in UTF-16 units. */
export type Window = { start: number; end: number };

type Piece = { start: number; end: number; tokens: number; heading: string; isHeading: boolean };

/**
 * Cuts a text into chunks of about 400 tokens along its structure. A chunk begins at a heading where one comes at the right time, a list is
 * cut between items, a paragraph between sentences, code between lines and only when it is long. Together the chunks' own texts are the
 * whole text, without blank lines at the seams.
 */
export function cutIntoChunks(content: string): Chunk[] {
  const chunks: Chunk[] = [];
  let open: Piece[] = [];
  let tokens = 0;
  const close = () => {
    const [first, last] = [open[0], open.at(-1)];
    if (!first || !last) return;
    const start = chunks.length === 0 || first.isHeading ? first.start : findOverlap(content, first.start);
    chunks.push({ heading: first.heading, content: content.slice(start, last.end), ownStart: first.start - start });
    open = [];
    tokens = 0;
  };
  for (const piece of readPieces(content)) {
    const isFull = tokens + piece.tokens > CHUNK_SIZES.aim;
    // A heading stays with what it is above.
    if (open.length > 0 && ((isFull && !open.every(({ isHeading }) => isHeading)) || (piece.isHeading && tokens >= CHUNK_SIZES.least))) {
      const kept: Piece[] = [];
      while (open.length > 1 && open.at(-1)!.isHeading) kept.unshift(open.pop()!);
      close();
      open = kept;
      tokens = kept.reduce((sum, heading) => sum + heading.tokens, 0);
    }
    open.push(piece);
    tokens += piece.tokens;
  }
  close();
  return chunks;
}

/**
 * The windows of a chunk's own text: all of it where the embedder reads that far, else stretches that leave room for {@link CONTEXT_WORDS}.
 *
 * @param maxTokens what the embedder reads at once
 */
export function windowsOf({ content, ownStart }: Chunk, maxTokens: number): Window[] {
  const own = content.slice(ownStart);
  if (maxTokens >= 2 * CHUNK_SIZES.code) return own.trim() === '' ? [] : [{ start: ownStart, end: content.length }];
  const windows: Window[] = [];
  let at = ownStart;
  for (const words of splitIntoWindows(own, (word) => Math.ceil(word.length / LETTERS_A_PIECE), WINDOW_SIZE)) {
    const start = skipBlanks(content, at);
    at = skipLetters(content, start, words.replace(/\s+/gu, '').length);
    windows.push({ start, end: at });
  }
  return windows;
}

const LETTERS_A_PIECE = 4;
const WINDOW_SIZE = { words: MAX_WINDOW_WORDS - CONTEXT_WORDS, pieces: MAX_WINDOW_PIECES - 2 * CONTEXT_WORDS };
const BLANK = /\s/u;

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && BLANK.test(text[at]!)) at += 1;
  return at;
}

/** The place behind the next `count` units that are not blank. */
function skipLetters(text: string, from: number, count: number): number {
  let at = from;
  for (let left = count; at < text.length && left > 0; at += 1) if (!BLANK.test(text[at]!)) left -= 1;
  return at;
}

function readPieces(content: string): Piece[] {
  const path: { level: number; title: string }[] = [];
  return readBlocks(content).flatMap((block) => {
    if (block.kind === 'heading') {
      while ((path.at(-1)?.level ?? 0) >= block.level!) path.pop();
      path.push({ level: block.level!, title: block.title! });
    }
    const heading = path.map(({ title }) => title).join(' › ');
    return cutBlock(content, block).map(({ start, end }) => ({
      start,
      end,
      heading,
      tokens: estimateTokens(content.slice(start, end)),
      isHeading: block.kind === 'heading',
    }));
  });
}

type Range = { start: number; end: number };

/** A block as a whole, or in parts where it is too large for one chunk. */
function cutBlock(content: string, block: Block): Range[] {
  const largest = block.kind === 'code' ? CHUNK_SIZES.code : CHUNK_SIZES.aim;
  if (estimateTokens(content.slice(block.start, block.end)) <= largest) return [block];
  const parts = block.kind === 'paragraph' ? sentencesOf(content, block) : splitLines(content, block.start, block.end);
  return parts.filter(({ start, end }) => content.slice(start, end).trim() !== '').flatMap((part) => cutLong(content, part));
}

/** What has neither lines nor sentences is cut between words, or anywhere. */
function cutLong(content: string, range: Range): Range[] {
  if (estimateTokens(content.slice(range.start, range.end)) <= CHUNK_SIZES.aim) return [range];
  let middle = Math.floor((range.start + range.end) / 2);
  const blank = content.slice(middle, range.end).search(BLANK);
  if (blank !== -1 && middle + blank < range.end - 1) middle += blank;
  // Never between the halves of one character.
  else if (/[\udc00-\udfff]/.test(content[middle]!)) middle += 1;
  return [
    ...cutLong(content, { start: range.start, end: middle }),
    ...cutLong(content, { start: skipBlanks(content, middle), end: range.end }),
  ];
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

function sentencesOf(content: string, { start, end }: Range): Range[] {
  return [...sentences.segment(content.slice(start, end))].map(({ index, segment }) => ({
    start: start + index,
    end: start + index + segment.trimEnd().length,
  }));
}

/** Where the last sentences before a place begin that fit into the overlap, within the paragraph or the one before it. */
function findOverlap(content: string, place: number): number {
  const reach = content.slice(Math.max(0, place - 600), place);
  const first = place - reach.length;
  let start = place;
  for (const { index, segment } of [...sentences.segment(reach)].reverse()) {
    if (index === 0 && first > 0) break;
    if (estimateTokens(content.slice(first + index, place)) > CHUNK_SIZES.overlap) break;
    if (segment.trim() !== '') start = first + index;
  }
  return start === place ? place : skipBlanks(content, start);
}
