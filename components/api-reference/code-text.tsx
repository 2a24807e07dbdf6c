import { Fragment } from 'react';
import { classNames } from '@/components/ui/class-names';

/** A sentence in which `words between backticks` are code. */
export function CodeText({ text }: { text: string }) {
  return text.split('`').map((part, index) =>
    index % 2 === 0 ? (
      <Fragment key={index}>{part}</Fragment>
    ) : (
      <code key={index} className="rounded-sm bg-raised px-1 py-px font-mono text-[0.875em]">
        {part}
      </code>
    ),
  );
}

type CodeBlockProps = { text: string; label: string; copyLabel: string; className?: string };

/** Code that scrolls inside itself, with a button that copies it. */
export function CodeBlock({ text, label, copyLabel, className }: CodeBlockProps) {
  return (
    <div className={classNames('rounded-md border bg-surface', className)}>
      <div className="flex items-start">
        <pre
          tabIndex={0}
          role="group"
          aria-label={label}
          className="max-h-96 min-w-0 flex-1 overflow-auto p-3 font-mono text-label leading-relaxed [overflow-wrap:normal]"
        >
          <code>{text}</code>
        </pre>
        <button
          type="button"
          data-copy
          aria-label={`${copyLabel}: ${label}`}
          className="m-1.5 h-8 shrink-0 rounded-sm px-2 text-caption text-muted-foreground hover:bg-raised hover:text-foreground"
        >
          {copyLabel}
        </button>
      </div>
    </div>
  );
}
