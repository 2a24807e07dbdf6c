/** What a stretch of a text is. A block's text is `content.slice(start, end)`; between blocks there are blank lines alone. */
export type Block = {
  kind: 'heading' | 'paragraph' | 'list' | 'code' | 'table';
  start: number;
  end: number;
  /** Of a heading: 1–6, and its words. */
  level?: number;
  title?: string;
};

type Line = { text: string; start: number; end: number };

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const UNDERLINE = /^ {0,3}(=+|-+)\s*$/;
const ITEM = /^\s{0,12}(?:[-*+•]|\d{1,3}[.)])\s+\S/;
const INDENTED = /^(?:\t| {2,})\S/;

/** Reads the structure of plain text and Markdown: headings, fenced code, lists, tables, and paragraphs for everything else. */
export function readBlocks(content: string): Block[] {
  const lines = splitLines(content);
  const blocks: Block[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index]!;
    if (line.text.trim() === '') {
      index += 1;
      continue;
    }
    const { kind, end, level, title } = readBlock(lines, index);
    blocks.push({ kind, start: line.start, end: lines[end - 1]!.end, ...(level ? { level, title } : {}) });
    index = end;
  }
  return blocks;
}

/** The block that begins at a line, and the line after it. */
function readBlock(lines: readonly Line[], index: number): Pick<Block, 'kind' | 'level' | 'title'> & { end: number } {
  const { text } = lines[index]!;
  const fence = FENCE.exec(text)?.[1];
  if (fence) return { kind: 'code', end: endOfCode(lines, index, fence) };
  const heading = HEADING.exec(text);
  if (heading) return { kind: 'heading', end: index + 1, level: heading[1]!.length, title: heading[2]! };
  const underline = UNDERLINE.exec(lines[index + 1]?.text ?? '');
  if (underline && !ITEM.test(text) && text.trim().length <= 120)
    return { kind: 'heading', end: index + 2, level: underline[1]!.startsWith('=') ? 1 : 2, title: text.trim() };
  if (ITEM.test(text)) return { kind: 'list', end: endOfList(lines, index) };
  if (isTableRow(text)) return { kind: 'table', end: endWhile(lines, index, isTableRow) };
  return { kind: 'paragraph', end: endWhile(lines, index, (next) => !startsBlock(next)) };
}

function startsBlock(text: string): boolean {
  return text.trim() === '' || FENCE.test(text) || HEADING.test(text) || ITEM.test(text);
}

function endWhile(lines: readonly Line[], from: number, goesOn: (text: string) => boolean): number {
  let end = from + 1;
  while (end < lines.length && goesOn(lines[end]!.text)) end += 1;
  return end;
}

/** Blank lines inside are code too. Code that is never closed goes to the end of the text. */
function endOfCode(lines: readonly Line[], from: number, fence: string): number {
  const closed = lines.findIndex(({ text }, index) => index > from && text.trim().startsWith(fence) && /^[`~]+$/.test(text.trim()));
  return closed === -1 ? lines.length : closed + 1;
}

/** A list goes on over single blank lines, where an item or something indented follows. */
function endOfList(lines: readonly Line[], from: number): number {
  let end = from + 1;
  for (; end < lines.length; end += 1) {
    const { text } = lines[end]!;
    if (ITEM.test(text) || INDENTED.test(text)) continue;
    if (text.trim() !== '') {
      if (HEADING.test(text) || FENCE.test(text) || lines[end - 1]!.text.trim() === '') break;
      continue;
    }
    const next = lines[end + 1]?.text ?? '';
    if (!ITEM.test(next) && !INDENTED.test(next)) break;
  }
  return end;
}

const isTableRow = (text: string) => /^\s*\|.*\|\s*$/.test(text);

/** Lines with their places, without what ends them. */
export function splitLines(content: string, from = 0, to = content.length): Line[] {
  const lines: Line[] = [];
  let start = from;
  while (start < to) {
    const found = content.indexOf('\n', start);
    const next = found === -1 || found >= to ? to : found;
    const end = content[next - 1] === '\r' && next > start ? next - 1 : next;
    lines.push({ text: content.slice(start, end), start, end });
    start = next + 1;
  }
  return lines;
}
