'use client';

import { Tooltip as Primitive } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

export const TooltipProvider = Primitive.Provider;

type TooltipProps = { label: string; shortcut?: ReactNode; side?: 'top' | 'right' | 'bottom' | 'left'; children: ReactElement };

/** Shows the name of an icon button on hover and focus; the button still carries its own `aria-label`. */
export function Tooltip({ label, shortcut, side, children }: TooltipProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-64 items-center gap-2 rounded-sm border border-transparent bg-tooltip px-2 py-1 text-caption text-tooltip-foreground duration-state data-[state=delayed-open]:animate-in data-[state=delayed-open]:fade-in-0"
        >
          {label}
          {shortcut}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
