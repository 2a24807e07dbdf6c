import type { ReactNode } from 'react';

type PageHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  action?: ReactNode;
  /** The way back up, such as a breadcrumb. */
  above?: ReactNode;
  level?: 'h1' | 'h2';
};

/** The heading of a page, with its main action. */
export function PageHeader({ title, description, action, above, level: Heading = 'h1' }: PageHeaderProps) {
  return (
    <div className="grid gap-2">
      {above}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 sm:flex-nowrap">
        <div className="grid min-w-0 gap-1">
          <Heading className="text-heading font-semibold">{title}</Heading>
          {description && <p className="max-w-reading text-body text-pretty text-muted-foreground">{description}</p>}
        </div>
        {action && <div className="flex shrink-0 flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
