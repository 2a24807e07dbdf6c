'use client';

import { Switch as Primitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';

/** Turns something on or off at once; what waits for a button is a checkbox. */
export function Switch({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root
      data-track
      className={classNames(
        'group relative inline-flex h-6 w-10 shrink-0 items-center rounded-full border border-input bg-surface px-0.5 transition-colors duration-state after:absolute after:-inset-2 enabled:hover:border-foreground/60 disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=checked]:enabled:hover:bg-accent-hover',
        className,
      )}
      {...props}
    >
      <Primitive.Thumb className="block size-4 translate-x-0.5 rounded-full bg-input transition-transform duration-state data-[state=checked]:translate-x-4.5 data-[state=checked]:bg-accent-foreground rtl:-translate-x-0.5 rtl:data-[state=checked]:-translate-x-4.5 forced-colors:bg-[CanvasText]" />
    </Primitive.Root>
  );
}
