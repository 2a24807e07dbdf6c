'use client';

import { Check, Minus } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'checked' | 'onChange' | 'ref'> & {
  /** `indeterminate` when some of a group are ticked. */
  checked?: boolean | 'indeterminate';
  onCheckedChange?: (checked: boolean) => void;
};

const icon = 'pointer-events-none absolute size-3.5 stroke-3 text-accent-foreground opacity-0 forced-colors:text-[CanvasText]';

/** A box to tick: the browser's own, so that it is right before any script has run. */
export function Checkbox({ className, checked, onCheckedChange, ...props }: CheckboxProps) {
  const some = checked === 'indeterminate';
  return (
    <span className={classNames('relative inline-grid size-4.5 shrink-0 place-items-center', className)}>
      <input
        type="checkbox"
        data-track
        ref={(element) => {
          if (element) element.indeterminate = some;
        }}
        checked={some ? false : checked}
        onChange={(event) => onCheckedChange?.(event.target.checked)}
        className="peer size-4.5 cursor-pointer appearance-none rounded-[0.25rem] border border-input bg-surface transition-colors duration-state after:absolute after:-inset-2 checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent enabled:hover:border-foreground/60 disabled:opacity-50 aria-invalid:border-danger"
        {...props}
      />
      <Check aria-hidden className={classNames(icon, 'peer-checked:opacity-100')} />
      <Minus aria-hidden className={classNames(icon, 'peer-indeterminate:opacity-100')} />
    </span>
  );
}

/** A checkbox with its label, which is part of what can be pressed. */
export function CheckboxField({ label, hint, className, ...props }: CheckboxProps & { label: ReactNode; hint?: ReactNode }) {
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
