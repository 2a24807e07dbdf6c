import type { ReactNode } from 'react';

type PageHeaderProps = { title: string; description?: ReactNode; action?: ReactNode; level?: 'h1' | 'h2' };

/** The heading of a page, with its main action. */
export function PageHeader({ title, description, action, level: Heading = 'h1' }: PageHeaderProps) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 sm:flex-nowrap">
      <div className="grid min-w-0 gap-1">
        <Heading className="text-2xl font-semibold tracking-tight">{title}</Heading>
        {description && <p className="max-w-prose text-sm leading-relaxed text-muted-foreground">{description}</p>}
      </div>
      {action}
    </div>
  );
}
