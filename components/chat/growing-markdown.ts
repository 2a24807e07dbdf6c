import remend, { type RemendOptions } from 'remend';
import type { MarkdownBlock } from './markdown-blocks';

/** Where links lead whose address is still being written: nowhere. */
const UNKNOWN_ADDRESS = 'streamdown:incomplete-link';

// What is completed here must read the same when it is whole: nothing is escaped, and no mathematics is made up.
const completion: RemendOptions = { singleTilde: false, comparisonOperators: false, htmlTags: false, katex: false, setextHeadings: false };

/** Last lines whose meaning the next letters decide: marks of headings, lists, tasks, quotes, rules, fences. */
const UNDECIDED_LINE = /^\s*(?:>\s?)*(?:#{1,6}|[-*+=_~`|>]|[-=_*~`]{2,}|(?:[-*+]|\d{1,9}[.)])\s*(?:\[[ xX]?\]?)?|\d{1,9}[.)]|:?-+:?)\s*$/;
const TABLE_ROW = /^\s*\|/;
const TABLE_RULE = /^\s*\|?(?:\s*:?-+:?\s*\|)*\s*:?-*:?\s*\|?\s*$/;

/** Leaves out the line that is being written when nobody can tell yet what it will be. */
function withoutUndecidedLine(source: string): string {
  const at = source.lastIndexOf('\n') + 1;
  return UNDECIDED_LINE.test(source.slice(at)) ? source.slice(0, at).trimEnd() : source;
}

/** Leaves out the head of a table until its second line stands: without it, it would be shown as bars and dashes. */
function withoutTableHead(source: string, lineIsWhole: boolean): string {
  const lines = source.split('\n');
  const [third = '', before = '', last = ''] = [lines.at(-3), lines.at(-2), lines.at(-1)];
  if (TABLE_ROW.test(last) && !before.includes('|')) return lines.slice(0, -1).join('\n');
  const isSecond = before.includes('|') && !third.includes('|') && TABLE_RULE.test(last);
  return isSecond && !lineIsWhole ? lines.slice(0, -2).join('\n') : source;
}

/** Marks at the very end open or close something; which, the next letter tells. */
function withoutUndecidedMarks(source: string): string {
  return source
    .replace(/!?\[$/, '')
    .replace(/[*_~`=]+$/, '')
    .replace(/\\$/, '');
}

/** Links that are being written are shown by their words. */
function withLinksEnded(source: string): string {
  return source
    .replace(/!\[[^\]\n]*\]?(?:\([^)\n]*)?$/, '')
    .replace(/(?<!!)\[([^\]\n]+)\]$/, `[$1](${UNKNOWN_ADDRESS})`)
    .replace(/(^|\s|(?<!\])\()((?:https?:\/\/|www\.)[^\s)\]]*)$/, `$1[$2](${UNKNOWN_ADDRESS})`);
}

/**
 * The last block of a growing reply as it can be shown now: what is half-open is closed, and what nobody can tell yet waits.
 * Undefined when nothing of it can be shown.
 */
export function settleGrowing(block: MarkdownBlock, { lineIsWhole }: { lineIsWhole: boolean }): MarkdownBlock | undefined {
  if (block.kind === 'code') return block.closed ? block : settleCode(block, lineIsWhole);
  if (block.endsInsideCode) return { ...block, source: withoutPartOfFence(block.source) };
  const decided = withoutTableHead(lineIsWhole ? block.source : withoutUndecidedLine(block.source), lineIsWhole).trimEnd();
  const source = remend(withLinksEnded(withoutUndecidedMarks(decided)), completion);
  return source.trim() === '' ? undefined : { ...block, source };
}

const withoutPartOfFence = (text: string) => text.replace(/(^|\n)[ \t]*(?:`+|~+)[ \t]*$/, '');

function settleCode(block: MarkdownBlock & { kind: 'code' }, lineIsWhole: boolean): MarkdownBlock {
  // Before the first line of code, the name of the language may be half of it.
  if (block.code === '' && !lineIsWhole) return { ...block, language: '' };
  return { ...block, code: withoutPartOfFence(block.code) };
}
