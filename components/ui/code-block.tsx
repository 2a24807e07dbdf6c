import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { CopyButton } from './copy-button';

type CodeBlockProps = {
  /** The text as it is copied. */
  code: string;
  copyLabel: string;
  /** What it is: a language or the name of a file. */
  title?: string;
  /** Highlighted content in place of the plain text. */
  children?: ReactNode;
  /** Long lines break in place of scrolling. */
  wrap?: boolean;
  className?: string;
};

/** The shell of a piece of code: its name, a button that copies it, and a place that scrolls by itself. */
export function CodeBlock({ code, copyLabel, title, children, wrap = false, className }: CodeBlockProps) {
  return (
    <figure className={classNames('overflow-hidden rounded-lg border bg-surface', className)}>
      <figcaption className="flex h-10 items-center justify-between gap-2 border-b bg-raised ps-3.5 pe-1 text-caption text-muted-foreground">
        <span className="truncate font-mono">{title}</span>
        <CopyButton text={code} label={copyLabel} />
      </figcaption>
      <pre
        tabIndex={0}
        className={classNames(
          'overflow-x-auto p-3.5 font-mono text-label leading-relaxed focus-visible:-outline-offset-2',
          wrap && 'break-words whitespace-pre-wrap',
        )}
      >
        <code>{children ?? code}</code>
      </pre>
    </figure>
  );
}

/** A name of code within a sentence. */
export function InlineCode({ className, children }: { className?: string; children: ReactNode }) {
  return <code className={classNames('rounded-[0.25rem] bg-raised px-1 py-0.5 font-mono text-[0.925em]', className)}>{children}</code>;
}
