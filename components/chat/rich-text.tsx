'use client';

import { memo } from 'react';
import { classNames } from '@/components/ui/class-names';
import { useLatePart } from '@/components/ui/late';
import { CodeBlock } from './code-block';
import { growth, type Settle } from './growth';
import { type MarkdownBlock, splitMarkdown } from './markdown-blocks';
import { drawMarkdown } from './markdown-tree';

const Prose = memo(function Prose({ source, codeIsWhole }: { source: string; codeIsWhole: boolean }) {
  return drawMarkdown(source, { codeIsWhole });
});

function Block({ block, growing }: { block: MarkdownBlock; growing: boolean }) {
  if (block.kind === 'code') return <CodeBlock code={block.code} language={block.language} whole={block.closed || !growing} />;
  return <Prose source={block.source} codeIsWhole={!growing || !block.endsInsideCode} />;
}

/**
 * The blocks of a reply as they can be shown now. All but the last stay as they are while it grows; the last waits for what
 * settles it.
 */
export function blocksToShow(content: string, growing: boolean, settle: Settle | undefined): MarkdownBlock[] {
  const blocks = splitMarkdown(content);
  const last = blocks.at(-1);
  if (!growing || !last) return blocks;
  const settled = settle?.(last, { lineIsWhole: content.endsWith('\n') });
  return settled ? [...blocks.slice(0, -1), settled] : blocks.slice(0, -1);
}

/** Markdown of a reply, whole or still growing. Loads nothing and runs nothing that the reply names. */
export function RichText({ content, growing }: { content: string; growing: boolean }) {
  const blocks = blocksToShow(content, growing, useLatePart(growth, growing));
  return (
    <div className={classNames('grid min-w-0 grid-cols-1 gap-3', growing && blocks.length > 0 && 'reply-caret')}>
      {blocks.map((block, index) => (
        <Block key={index} block={block} growing={growing && index === blocks.length - 1} />
      ))}
    </div>
  );
}
