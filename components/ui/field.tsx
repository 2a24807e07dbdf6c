'use client';

import { ChevronDown } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names';

/** Text of 16 px under a thumb: smaller ones make phones zoom in. */
export const controlStyles =
  'w-full min-w-0 rounded-md border border-input bg-surface px-3 text-base text-foreground transition-[border-color,background-color] duration-state sm:text-body enabled:hover:border-foreground/60 focus-visible:border-ring focus-visible:outline-offset-0 focus-visible:outline-ring/60 [&[readonly]]:bg-raised disabled:border-border-strong disabled:bg-raised disabled:opacity-60 aria-invalid:border-danger aria-invalid:focus-visible:outline-danger/50';

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input className={classNames(controlStyles, 'h-control', className)} {...props} />;
}

export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea className={classNames(controlStyles, 'min-h-24 py-2 sm:leading-relaxed', className)} {...props} />;
}

/** The browser's own list of choices: it works with every keyboard, screen reader and phone. */
export function Select({ className, children, ...props }: ComponentProps<'select'>) {
  return (
    <span className="relative block w-full min-w-0">
      <select className={classNames(controlStyles, 'h-control appearance-none truncate bg-surface pe-9', className)} {...props}>
        {children}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute end-3 top-1/2 size-4 -translate-y-1/2 text-muted-foreground" />
    </span>
  );
}

export type FieldControl = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  /** Shown at the end of the label's line. */
  aside?: ReactNode;
  /** Characters in use and allowed; counted out loud only where they run short. */
  count?: { used: number; limit: number };
  className?: string;
  children: (control: FieldControl) => ReactNode;
};

const NEARLY_FULL = 0.9;

/** A label, a control, and what is to be said about it, tied together. */
export function Field({ label, hint, error, aside, count, className, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={classNames('grid content-start gap-1.5', className)}>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="text-body font-medium">
          {label}
        </label>
        {aside && <span className="text-caption text-muted-foreground tabular-nums">{aside}</span>}
        {count && <Count {...count} />}
      </div>
      {children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className="text-label text-muted-foreground">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-label text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

function Count({ used, limit }: { used: number; limit: number }) {
  const short = used >= limit * NEARLY_FULL;
  return (
    <span
      role={short ? 'status' : undefined}
      className={classNames('text-caption text-muted-foreground tabular-nums', used > limit && 'font-medium text-danger')}
    >
      {used}/{limit}
    </span>
  );
}
