import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Skeleton } from './surface';

type StatProps = {
  label: string;
  value: ReactNode;
  /** What stands behind the figure, such as its change since yesterday. */
  note?: ReactNode;
  pending?: boolean;
  className?: string;
};

/** A figure with its name, inside a {@link StatList}. */
export function Stat({ label, value, note, pending = false, className }: StatProps) {
  return (
    <div className={classNames('grid min-w-0 content-start gap-0.5', className)}>
      <dt className="truncate text-label text-muted-foreground">{label}</dt>
      <dd className="truncate text-heading font-semibold tabular-nums">{pending ? <Skeleton className="h-7 w-20" /> : value}</dd>
      {note && <dd className="text-caption text-muted-foreground">{note}</dd>}
    </div>
  );
}

/** Figures side by side, divided by hairlines. */
export function StatList({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <dl
      className={classNames(
        'flex flex-wrap gap-px overflow-hidden rounded-lg border bg-border *:flex-1 *:basis-32 *:bg-surface *:p-4',
        className,
      )}
    >
      {children}
    </dl>
  );
}
