import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_WINDOW_PIECES, MAX_WINDOW_WORDS } from '@/lib/llm/embedder/windows';
import { estimateTokens } from '@/lib/llm/tokens';
import { readBlocks } from './blocks';
import { CHUNK_SIZES, cutIntoChunks, windowsOf } from './chunking';

const sentence = (index: number) => `Sentence number ${index} tells something about the harvest of tea in Kericho.`;
const prose = (from: number, count: number) => Array.from({ length: count }, (_, index) => sentence(from + index)).join(' ');
const withoutBlanks = (text: string) => text.replace(/\s+/gu, '');
const ownTexts = (content: string) => cutIntoChunks(content).map((chunk) => chunk.content.slice(chunk.ownStart));

describe('the structure of a text', () => {
  it('is headings, paragraphs, lists, tables and code', () => {
    const text =
      '# One\nText\ngoes on.\n\n- a\n- b\n\n  inside\n\n```js\n# no heading\n\nx\n```\n| a | b |\n| 1 | 2 |\n\nTwo\n---\n1. first\n2) second';
    expect(readBlocks(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['heading', '# One'],
      ['paragraph', 'Text\ngoes on.'],
      ['list', '- a\n- b\n\n  inside'],
      ['code', '```js\n# no heading\n\nx\n```'],
      ['table', '| a | b |\n| 1 | 2 |'],
      ['heading', 'Two\n---'],
      ['list', '1. first\n2) second'],
    ]);
  });
});

describe('chunks', () => {
  it('begin at headings and know what stands above them', () => {
    const text = `# Tea\n${prose(0, 12)}\n\n## Harvest\n${prose(20, 12)}\n\n## Price\n${prose(40, 12)}`;
    const chunks = cutIntoChunks(text);
    expect(chunks.map(({ heading }) => heading)).toEqual(['Tea', 'Tea › Harvest', 'Tea › Price']);
    expect(chunks[1]!.content.startsWith('## Harvest')).toBe(true);
  });

  it('keep small sections together and a heading with what it is above', () => {
    expect(cutIntoChunks('# A\nOne.\n\n# B\nTwo.\n\n# C\nThree.')).toHaveLength(1);
    const text = `${prose(0, 22)}\n\n# Next\n${prose(30, 22)}`;
    for (const { content } of cutIntoChunks(text)) expect(content.trimEnd()).not.toMatch(/# Next$/);
  });

  it('keep code whole, and lists between items', () => {
    const code = `\`\`\`\n${Array.from({ length: 40 }, (_, index) => `call(${index}); // a line`).join('\n')}\n\`\`\``;
    expect(estimateTokens(code)).toBeGreaterThan(CHUNK_SIZES.aim);
    expect(cutIntoChunks(`${prose(0, 10)}\n\n${code}\n\n${prose(20, 10)}`).some(({ content }) => content.includes(code))).toBe(true);
    const list = Array.from({ length: 60 }, (_, index) => `- Item ${index} says ${sentence(index)}`).join('\n');
    const parts = ownTexts(list);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) expect(part).toMatch(/^- Item/);
  });

  it('repeat the last sentences of the one before, and none across a heading', () => {
    const [first, second] = cutIntoChunks(prose(0, 60));
    const overlap = second!.content.slice(0, second!.ownStart).trim();
    expect(overlap).not.toBe('');
    expect(first!.content.endsWith(overlap)).toBe(true);
    expect(overlap).toMatch(/^Sentence/);
    expect(estimateTokens(overlap)).toBeLessThanOrEqual(CHUNK_SIZES.overlap);
    expect(cutIntoChunks(`${prose(0, 12)}\n\n# Next\n${prose(0, 12)}`)[1]!.ownStart).toBe(0);
  });

  const anything = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '# Title\n',
          '\n\n',
          '\n',
          '- item\n',
          '```\n',
          '| a | b |\n',
          '   ',
          '日本語の文章。',
          '😀',
          'Word. ',
          sentence(1),
        ),
        fc.string({ unit: 'grapheme' }),
        fc.nat(3_000).map((length) => 'x'.repeat(length)),
        fc.nat(60).map((count) => prose(0, count)),
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join(''));

  it('lose nothing of any text, add nothing, and stay near their size', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(withoutBlanks(ownTexts(text).join(''))).toBe(withoutBlanks(text));
        for (const chunk of cutIntoChunks(text)) {
          expect(estimateTokens(chunk.content)).toBeLessThanOrEqual(CHUNK_SIZES.code + CHUNK_SIZES.aim + CHUNK_SIZES.overlap);
          if (text.isWellFormed()) expect(chunk.content.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are covered by windows that the encoder reads to their end', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const chunk of cutIntoChunks(text)) {
          const windows = windowsOf(chunk, 128);
          const texts = windows.map(({ start, end }) => chunk.content.slice(start, end));
          expect(withoutBlanks(texts.join(''))).toBe(withoutBlanks(chunk.content.slice(chunk.ownStart)));
          for (const words of texts) {
            expect(words.split(/\s+/u).length).toBeLessThanOrEqual(MAX_WINDOW_WORDS);
            expect(words.length / 4).toBeLessThanOrEqual(MAX_WINDOW_PIECES * 2);
          }
        }
      }),
      { numRuns: 200 },
    );
    const [chunk] = cutIntoChunks(prose(0, 5));
    expect(windowsOf(chunk!, 8_191)).toEqual([{ start: 0, end: chunk!.content.length }]);
  });

  it('of the largest text take little time', () => {
    const text = prose(0, 700).slice(0, 50_000);
    const startedAt = performance.now();
    expect(cutIntoChunks(text).length).toBeGreaterThan(20);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
