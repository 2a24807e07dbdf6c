'use client';

import { RadioGroup as Primitive } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

export function RadioGroup({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  return <Primitive.Root className={classNames('grid content-start gap-2.5', className)} {...props} />;
}

type RadioItemProps = ComponentProps<typeof Primitive.Item> & {
  label: ReactNode;
  hint?: ReactNode;
  /** A framed choice, for a few that are worth comparing. */
  framed?: boolean;
};

/** One of a few choices; more than six are a select. */
export function RadioItem({ label, hint, framed = false, className, ...props }: RadioItemProps) {
  return (
    <label
      className={classNames(
        'flex min-h-6 items-start gap-2.5 text-body has-enabled:cursor-pointer has-disabled:text-muted-foreground',
        framed &&
          'rounded-lg border border-border-strong bg-surface p-3.5 transition-colors duration-state hover:bg-raised has-data-[state=checked]:border-accent has-data-[state=checked]:bg-accent-soft',
        className,
      )}
    >
      <Primitive.Item
        data-track
        className="relative mt-0.5 grid size-4.5 shrink-0 place-items-center rounded-full border border-input bg-surface transition-colors duration-state after:absolute after:-inset-2 enabled:hover:border-foreground/60 disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
        {...props}
      >
        <Primitive.Indicator className="size-2 rounded-full bg-accent-foreground forced-colors:bg-[CanvasText]" />
      </Primitive.Item>
      <span className="grid min-w-0">
        <span className={hint ? 'font-medium' : undefined}>{label}</span>
        {hint && <span className="text-label text-muted-foreground">{hint}</span>}
      </span>
    </label>
  );
}
