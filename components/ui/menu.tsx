'use client';

import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import { floatingStyles, rowStyles } from './layer-styles';

/** A button that opens a list of actions. */
export function Menu({ trigger, align = 'end', children }: { trigger: ReactNode; align?: 'start' | 'end'; children: ReactNode }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={classNames(floatingStyles, 'max-h-[min(28rem,80dvh)] max-w-80 min-w-44 overflow-y-auto p-1')}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const item = classNames(rowStyles, 'data-[highlighted]:bg-raised [&_svg]:text-muted-foreground');

type MenuItemProps = ComponentProps<typeof DropdownMenu.Item> & {
  danger?: boolean;
  /** Keys that do the same, shown at the end. */
  shortcut?: ReactNode;
};

export function MenuItem({ className, danger, shortcut, children, asChild, ...props }: MenuItemProps) {
  const styles = classNames(item, danger && 'text-danger data-[highlighted]:bg-danger-soft [&_svg]:text-danger', className);
  return (
    <DropdownMenu.Item className={styles} asChild={asChild} {...props}>
      {shortcut && !asChild ? (
        <>
          {children}
          <span className="ms-auto ps-6">{shortcut}</span>
        </>
      ) : (
        children
      )}
    </DropdownMenu.Item>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-2 py-1.5 text-caption text-muted-foreground">{children}</DropdownMenu.Label>;
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="-mx-1 my-1 h-px bg-border" />;
}

export const MenuRadioGroup = DropdownMenu.RadioGroup;

export function MenuRadioItem({ className, children, ...props }: ComponentProps<typeof DropdownMenu.RadioItem>) {
  return (
    <DropdownMenu.RadioItem className={classNames(item, 'pe-8 data-[state=checked]:font-medium', className)} {...props}>
      {children}
      <Chosen />
    </DropdownMenu.RadioItem>
  );
}

export function MenuCheckItem({ className, children, ...props }: ComponentProps<typeof DropdownMenu.CheckboxItem>) {
  return (
    <DropdownMenu.CheckboxItem className={classNames(item, 'pe-8', className)} {...props}>
      {children}
      <Chosen />
    </DropdownMenu.CheckboxItem>
  );
}

function Chosen() {
  return (
    <DropdownMenu.ItemIndicator className="absolute end-2">
      <Check aria-hidden className="!text-accent-strong" />
    </DropdownMenu.ItemIndicator>
  );
}
