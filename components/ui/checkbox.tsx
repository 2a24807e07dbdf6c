'use client';

import { Check, Minus } from 'lucide-react';
import { Checkbox as Primitive } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

/** A box to tick; `checked="indeterminate"` when some of a group are. */
export function Checkbox({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root
      data-track
      className={classNames(
        'group relative grid size-4.5 shrink-0 place-items-center rounded-[0.25rem] border border-input bg-surface text-accent-foreground transition-colors duration-state after:absolute after:-inset-2 enabled:hover:border-foreground/60 disabled:opacity-50 aria-invalid:border-danger data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent',
        className,
      )}
      {...props}
    >
      <Primitive.Indicator className="forced-colors:text-[CanvasText] [&_svg]:size-3.5 [&_svg]:stroke-3">
        <Minus aria-hidden className="hidden group-data-[state=indeterminate]:block" />
        <Check aria-hidden className="group-data-[state=indeterminate]:hidden" />
      </Primitive.Indicator>
    </Primitive.Root>
  );
}

type CheckboxFieldProps = ComponentProps<typeof Primitive.Root> & { label: ReactNode; hint?: ReactNode };

/** A checkbox with its label, which is part of what can be pressed. */
export function CheckboxField({ label, hint, className, ...props }: CheckboxFieldProps) {
  return (
    <label
      className={classNames(
        'flex min-h-6 items-start gap-2.5 text-body has-enabled:cursor-pointer has-disabled:text-muted-foreground',
        className,
      )}
    >
      <Checkbox className="mt-0.5" {...props} />
      <span className="grid min-w-0">
        {label}
        {hint && <span className="text-label text-muted-foreground">{hint}</span>}
      </span>
    </label>
  );
}
