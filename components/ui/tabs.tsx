'use client';

import { Tabs as Primitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';

/** Parts of one page; pages with addresses of their own are links. */
export const Tabs = Primitive.Root;

export function TabList({ className, ...props }: ComponentProps<typeof Primitive.List>) {
  return <Primitive.List className={classNames('-mb-px flex gap-1 overflow-x-auto border-b', className)} {...props} />;
}

export function Tab({ className, ...props }: ComponentProps<typeof Primitive.Trigger>) {
  return (
    <Primitive.Trigger
      className={classNames(
        '-mb-px inline-flex h-control items-center gap-2 border-b-2 border-transparent px-3 text-body font-medium whitespace-nowrap text-muted-foreground transition-colors duration-state enabled:hover:text-foreground focus-visible:rounded-sm focus-visible:-outline-offset-2 disabled:opacity-50 data-[state=active]:border-accent data-[state=active]:text-foreground [&_svg]:size-4',
        className,
      )}
      {...props}
    />
  );
}

export function TabPanel({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return <Primitive.Content className={classNames('pt-5 focus-visible:rounded-sm', className)} {...props} />;
}
