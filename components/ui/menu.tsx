'use client';

import { Check } from 'lucide-react';
import { type ComponentProps, type ReactNode } from 'react';
import { classNames } from './class-names';
import { late, LateLayer } from './late';
import { rowStyles } from './layer-styles';
import { type MenuProps, type Parts, useParts } from './menu-parts';

const layer = late(async () => (await import('./menu-layer')).MenuLayer);

/** A button that opens a list of actions. */
export function Menu(props: MenuProps) {
  return <LateLayer layer={layer} opens="menu" props={props} />;
}

const item = classNames(rowStyles, 'data-[highlighted]:bg-raised [&_svg]:text-muted-foreground');

type MenuItemProps = ComponentProps<Parts['Item']> & {
  danger?: boolean;
  /** Keys that do the same, shown at the end. */
  shortcut?: ReactNode;
};

export function MenuItem({ className, danger, shortcut, children, asChild, ...props }: MenuItemProps) {
  const { Item } = useParts();
  const styles = classNames(item, danger && 'text-danger data-[highlighted]:bg-danger-soft [&_svg]:text-danger', className);
  return (
    <Item className={styles} asChild={asChild} {...props}>
      {shortcut && !asChild ? (
        <>
          {children}
          <span className="ms-auto ps-6">{shortcut}</span>
        </>
      ) : (
        children
      )}
    </Item>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  const { Label } = useParts();
  return <Label className="px-2 py-1.5 text-caption text-muted-foreground">{children}</Label>;
}

export function MenuSeparator() {
  const { Separator } = useParts();
  return <Separator className="-mx-1 my-1 h-px bg-border" />;
}

export function MenuRadioGroup(props: ComponentProps<Parts['RadioGroup']>) {
  const { RadioGroup } = useParts();
  return <RadioGroup {...props} />;
}

export function MenuRadioItem({ className, children, ...props }: ComponentProps<Parts['RadioItem']>) {
  const { RadioItem } = useParts();
  return (
    <RadioItem className={classNames(item, 'pe-8 data-[state=checked]:font-medium', className)} {...props}>
      {children}
      <Chosen />
    </RadioItem>
  );
}

export function MenuCheckItem({ className, children, ...props }: ComponentProps<Parts['CheckboxItem']>) {
  const { CheckboxItem } = useParts();
  return (
    <CheckboxItem className={classNames(item, 'pe-8', className)} {...props}>
      {children}
      <Chosen />
    </CheckboxItem>
  );
}

function Chosen() {
  const { ItemIndicator } = useParts();
  return (
    <ItemIndicator className="absolute end-2">
      <Check aria-hidden className="!text-accent-strong" />
    </ItemIndicator>
  );
}
