'use client';

import { Popover as Primitive } from 'radix-ui';
import { classNames } from './class-names';
import { floatingStyles } from './layer-styles';
import type { PopoverProps } from './popover';

/** The panel itself, open from the beginning: it is fetched when somebody opens it. */
export function PopoverLayer({ trigger, label, open, onOpenChange, align = 'start', className, children }: PopoverProps) {
  return (
    <Primitive.Root open={open} defaultOpen onOpenChange={onOpenChange}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className={classNames(
            floatingStyles,
            'max-h-[min(26rem,70dvh)] w-[min(22rem,calc(100vw-1.5rem))] overflow-y-auto p-4 text-body',
            className,
          )}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
