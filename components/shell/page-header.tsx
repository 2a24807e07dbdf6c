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
      <div className="grid grid-cols-1 items-center gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,1fr)_auto]">
        <Heading className="text-heading font-semibold">{title}</Heading>
        {description && (
          <p className="max-w-reading text-body text-pretty text-muted-foreground sm:col-span-2 sm:row-start-2">{description}</p>
        )}
        {action && <div className="flex flex-wrap gap-2 max-sm:mt-2 sm:col-start-2 sm:row-start-1">{action}</div>}
      </div>
    </div>
  );
}
