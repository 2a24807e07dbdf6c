'use client';

import { DropdownMenu } from 'radix-ui';
import { classNames } from './class-names';
import { floatingStyles } from './layer-styles';
import { MenuParts, type MenuProps } from './menu-parts';

/** The menu itself, open from the beginning: it is fetched when somebody opens it. */
export function MenuLayer({ trigger, align = 'end', onCloseAutoFocus, children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={onCloseAutoFocus}
          className={classNames(floatingStyles, 'max-h-[min(28rem,80dvh)] max-w-80 min-w-44 overflow-y-auto p-1')}
        >
          <MenuParts value={DropdownMenu}>{children}</MenuParts>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
