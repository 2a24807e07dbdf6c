'use client';

import { Popover as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';

/** A small panel beside the button that opens it. */
export function Popover({ trigger, label, children }: { trigger: ReactNode; label: string; children: ReactNode }) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align="start"
          sideOffset={6}
          collisionPadding={12}
          className="z-50 max-h-[min(26rem,70dvh)] w-[min(22rem,calc(100vw-1.5rem))] overflow-y-auto rounded-lg border bg-surface p-4 text-sm shadow-lg outline-none data-[state=open]:animate-in data-[state=open]:fade-in-0"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
