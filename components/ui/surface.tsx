import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

export function Card({ className, ...props }: ComponentProps<'div'>) {
  return <div className={classNames('rounded-lg border bg-surface', className)} {...props} />;
}

const badgeStyles = cva('inline-flex items-center gap-1 rounded-sm px-1.5 py-0.5 text-xs font-medium whitespace-nowrap', {
  variants: {
    tone: {
      neutral: 'bg-raised text-muted-foreground',
      accent: 'bg-accent-soft text-accent-strong',
      positive: 'bg-positive-soft text-positive',
      warning: 'bg-warning-soft text-warning',
      danger: 'bg-danger-soft text-danger',
    },
  },
  defaultVariants: { tone: 'neutral' },
});

export function Badge({ className, tone, ...props }: ComponentProps<'span'> & VariantProps<typeof badgeStyles>) {
  return <span className={classNames(badgeStyles({ tone }), className)} {...props} />;
}

/** Stands where content will stand, in its size. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames('animate-pulse rounded-md bg-raised', className)} />;
}

/** A titled part of a page. */
export function Section({
  title,
  description,
  children,
  className,
}: {
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section className={classNames('grid gap-4', className)}>
      <div className="grid gap-1">
        <h2 className="text-base font-semibold">{title}</h2>
        {description && <p className="max-w-prose text-sm leading-relaxed text-muted-foreground">{description}</p>}
      </div>
      {children}
    </section>
  );
}

const noticeStyles = cva(
  'flex items-start gap-3 rounded-lg border px-4 py-3 text-sm leading-relaxed [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0',
  {
    variants: {
      tone: {
        neutral: 'bg-raised',
        warning: 'border-warning/30 bg-warning-soft [&>svg]:text-warning',
        danger: 'border-danger/30 bg-danger-soft [&>svg]:text-danger',
        positive: 'border-positive/30 bg-positive-soft [&>svg]:text-positive',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
);

/** A remark that stays on the page. */
export function Notice({ className, tone, ...props }: ComponentProps<'div'> & VariantProps<typeof noticeStyles>) {
  return <div className={classNames(noticeStyles({ tone }), className)} {...props} />;
}
