/** A part of a reply that is drawn on its own: prose in Markdown, or one fenced block of code. */
export type MarkdownBlock =
  { kind: 'prose'; source: string; endsInsideCode: boolean } | { kind: 'code'; language: string; code: string; closed: boolean };

type Fence = { mark: string; length: number; indent: number };

const FENCE = /^( *)(`{3,}|~{3,})([^\n]*)$/;
const LIST_ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;
const INDENTED = /^(?: {2,}|\t)/;
const INDENTED_CODE = /^(?: {4}|\t)/;
const DEFINITION = /^ {0,3}\[[^\]\n]+\]:/;

function openFence(line: string): (Fence & { language: string }) | undefined {
  const [, spaces = '', marks = '', info = ''] = FENCE.exec(line) ?? [];
  const mark = marks.charAt(0);
  if (!mark || (mark === '`' && info.includes('`'))) return undefined;
  return { mark, length: marks.length, indent: spaces.length, language: info.trim().split(/[\s{]/)[0] ?? '' };
}

/** Whether a line ends the fence. `partly` also takes a line that may become the end. */
export function closesFence(line: string, { mark, length }: Pick<Fence, 'mark' | 'length'>, partly = false): boolean {
  const text = line.trim();
  return text !== '' && [...text].every((letter) => letter === mark) && (partly || text.length >= length);
}

const withoutIndent = (line: string, indent: number) => line.replace(new RegExp(`^ {0,${indent}}`), '');

/**
 * Splits Markdown where no rule of it reaches across: at blank lines outside of lists and code, and around fenced code. What
 * stands before the last block of a growing text therefore stays as it is, and need not be parsed again. A text that defines
 * references is one block, since they reach everywhere.
 */
export function splitMarkdown(content: string): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let prose: string[] = [];
  let nested: Fence | undefined;
  let inList = false;

  function endProse(): void {
    const source = prose
      .join('\n')
      .replace(/^(?:[ \t]*\n)+/, '')
      .trimEnd();
    if (source.trim() !== '') blocks.push({ kind: 'prose', source, endsInsideCode: nested !== undefined });
    prose = [];
    inList = false;
    nested = undefined;
  }

  /** Whether a line after a blank one still belongs to the block. */
  function goesOn(line: string): boolean {
    if (inList) return INDENTED.test(line) || LIST_ITEM.test(line);
    const before = prose.findLast((text) => text.trim() !== '') ?? '';
    return INDENTED_CODE.test(line) && INDENTED_CODE.test(before);
  }

  const lines = content.replaceAll('\r\n', '\n').split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (nested) {
      prose.push(line);
      if (closesFence(line, nested)) nested = undefined;
      continue;
    }
    const fence = openFence(line);
    if (fence && (fence.indent > 3 || (inList && fence.indent >= 2))) nested = fence;
    else if (fence) {
      endProse();
      const end = lines.findIndex((text, at) => at > index && closesFence(text, fence));
      const code = lines.slice(index + 1, end === -1 ? undefined : end).map((text) => withoutIndent(text, fence.indent));
      // The language is known when its line is whole.
      blocks.push({ kind: 'code', language: fence.language, code: code.join('\n'), closed: end !== -1 });
      if (end === -1) return blocks;
      index = end;
      continue;
    }
    if (DEFINITION.test(line)) return [{ kind: 'prose', source: content, endsInsideCode: false }];
    if (line.trim() !== '' && prose.at(-1)?.trim() === '' && !goesOn(line)) endProse();
    inList ||= LIST_ITEM.test(line);
    prose.push(line);
  }
  endProse();
  return blocks;
}
