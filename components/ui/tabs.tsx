'use client';

import { Tabs as Primitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';

/** Parts of one page; pages with addresses of their own are links. */
export const Tabs = Primitive.Root;

/** Pages allow no style attribute in what the server sends, and the primitives would write one here. */
function Plain({ style: _, ...props }: ComponentProps<'div'>) {
  return <div {...props} />;
}

export function TabList({ className, children, ...props }: ComponentProps<typeof Primitive.List>) {
  return (
    <Primitive.List asChild {...props}>
      <Plain className={classNames('-mb-px flex gap-1 overflow-x-auto border-b outline-none', className)}>{children}</Plain>
    </Primitive.List>
  );
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

export function TabPanel({ className, children, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Content asChild {...props}>
      <Plain className={classNames('pt-5 focus-visible:rounded-sm', className)}>{children}</Plain>
    </Primitive.Content>
  );
}
