'use client';

import { Tooltip as Primitive } from 'radix-ui';
import type { ReactElement } from 'react';

export const TooltipProvider = Primitive.Provider;

/** Shows the name of an icon button on hover and focus; the button still carries its own `aria-label`. */
export function Tooltip({ label, children }: { label: string; children: ReactElement }) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          sideOffset={6}
          collisionPadding={8}
          className="z-50 rounded-md bg-foreground px-2 py-1 text-xs text-background data-[state=delayed-open]:animate-in data-[state=delayed-open]:fade-in-0"
        >
          {label}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
