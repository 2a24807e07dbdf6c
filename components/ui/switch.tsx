'use client';

import type { ComponentProps } from 'react';
import { classNames } from './class-names';

export type CheckedProps = Omit<ComponentProps<'input'>, 'type' | 'role' | 'onChange'> & { onCheckedChange?: (checked: boolean) => void };

/** Turns something on or off at once; what waits for a button is a checkbox. */
export function Switch({ className, onCheckedChange, ...props }: CheckedProps) {
  return (
    <input
      type="checkbox"
      role="switch"
      data-track
      className={classNames(
        'relative h-6 w-10 shrink-0 cursor-pointer appearance-none rounded-full border border-input bg-surface transition-colors duration-state',
        'before:absolute before:start-[0.1875rem] before:top-[0.1875rem] before:size-4 before:rounded-full before:bg-input before:transition-transform before:duration-state',
        'after:absolute after:-inset-2 enabled:hover:border-foreground/60 disabled:opacity-50',
        'checked:border-accent checked:bg-accent checked:before:translate-x-4 checked:before:bg-accent-foreground enabled:checked:hover:bg-accent-hover rtl:checked:before:-translate-x-4 forced-colors:before:bg-[CanvasText]',
        className,
      )}
      onChange={(event) => onCheckedChange?.(event.target.checked)}
      {...props}
    />
  );
}
