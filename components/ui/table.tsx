import type { ComponentProps } from 'react';
import { classNames } from './class-names';

/** A table that scrolls sideways by itself, by keyboard too, so that the page never does. */
export function Table({ label, className, ...props }: ComponentProps<'table'> & { label: string }) {
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className="overflow-x-auto rounded-lg border bg-surface focus-visible:-outline-offset-2"
    >
      <table className={classNames('w-full border-collapse text-body wrap-break-word', className)} {...props} />
    </div>
  );
}

export function TableHead({ className, ...props }: ComponentProps<'thead'>) {
  return <thead className={classNames('border-b bg-raised text-caption text-muted-foreground', className)} {...props} />;
}

export function TableBody({ className, ...props }: ComponentProps<'tbody'>) {
  return <tbody className={classNames('divide-y', className)} {...props} />;
}

export function TableRow({ className, ...props }: ComponentProps<'tr'>) {
  return (
    <tr
      className={classNames(
        'aria-selected:bg-accent-soft [tbody_&]:hover:bg-raised/60 [tbody_&]:aria-selected:hover:bg-accent-soft',
        className,
      )}
      {...props}
    />
  );
}

type CellProps = { numeric?: boolean };

export function TableHeading({ numeric = false, className, scope = 'col', ...props }: ComponentProps<'th'> & CellProps) {
  return (
    <th
      scope={scope}
      className={classNames('h-9 px-3.5 text-start font-medium whitespace-nowrap first:ps-4 last:pe-4', numeric && 'text-end', className)}
      {...props}
    />
  );
}

/** `numeric` sets figures in one width, at the end, so that they can be compared. */
export function TableCell({ numeric = false, className, ...props }: ComponentProps<'td'> & CellProps) {
  return (
    <td
      className={classNames(
        'min-w-0 px-3.5 py-2.5 align-top first:ps-4 last:pe-4',
        numeric && 'text-end font-mono text-label whitespace-nowrap tabular-nums',
        className,
      )}
      {...props}
    />
  );
}
