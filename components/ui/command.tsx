'use client';

import { Command as Primitive } from 'cmdk';
import { Search } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import { rowStyles } from './layer-styles';

/** A field and a list that it narrows; load it when it is first opened (`next/dynamic`). */
export function Command({ className, ...props }: ComponentProps<typeof Primitive>) {
  return <Primitive loop className={classNames('flex min-h-0 flex-col overflow-hidden', className)} {...props} />;
}

type CommandInputProps = ComponentProps<typeof Primitive.Input> & {
  /** Stands after the field, such as a hint of keys. */
  aside?: ReactNode;
};

export function CommandInput({ className, aside, ...props }: CommandInputProps) {
  return (
    <div className="flex items-center gap-2.5 border-b px-3.5">
      <Search aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      <Primitive.Input
        className={classNames('h-11 w-full min-w-0 bg-transparent text-base outline-none sm:text-body', className)}
        {...props}
      />
      {aside}
    </div>
  );
}

export function CommandList({ className, ...props }: ComponentProps<typeof Primitive.List>) {
  return (
    <Primitive.List
      className={classNames('max-h-[min(22rem,50dvh)] scroll-py-1 overflow-y-auto overscroll-contain p-1 outline-none', className)}
      {...props}
    />
  );
}

export function CommandEmpty({ className, ...props }: ComponentProps<typeof Primitive.Empty>) {
  return <Primitive.Empty className={classNames('px-4 py-8 text-center text-body text-muted-foreground', className)} {...props} />;
}

export function CommandGroup({ className, ...props }: ComponentProps<typeof Primitive.Group>) {
  return (
    <Primitive.Group
      className={classNames(
        'py-1 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-1 [&_[cmdk-group-heading]]:pb-1.5 [&_[cmdk-group-heading]]:text-caption [&_[cmdk-group-heading]]:text-muted-foreground',
        className,
      )}
      {...props}
    />
  );
}

type CommandItemProps = ComponentProps<typeof Primitive.Item> & {
  /** Stands at the end of the row: keys, a count, a tick. */
  aside?: ReactNode;
};

export function CommandItem({ className, aside, children, ...props }: CommandItemProps) {
  return (
    <Primitive.Item
      className={classNames(
        rowStyles,
        'data-[disabled=false]:opacity-100 data-[selected=true]:bg-raised [&_svg]:text-muted-foreground',
        className,
      )}
      {...props}
    >
      {children}
      {aside && <span className="ms-auto flex shrink-0 items-center gap-1 ps-4 text-caption text-muted-foreground">{aside}</span>}
    </Primitive.Item>
  );
}

/** A row that says that more is on its way. */
export const CommandLoading = Primitive.Loading;
