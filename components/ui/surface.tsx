import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

export function Card({ className, ...props }: ComponentProps<'div'>) {
  return <div className={classNames('rounded-lg border bg-surface', className)} {...props} />;
}

const badgeStyles = cva(
  'inline-flex max-w-full items-center gap-1 rounded-sm border border-transparent px-1.5 py-px text-caption font-medium whitespace-nowrap [&_svg]:size-3 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        neutral: 'bg-raised text-muted-foreground',
        outline: 'border-border-strong text-foreground',
        accent: 'bg-accent-soft text-accent-strong',
        positive: 'bg-positive-soft text-positive',
        warning: 'bg-warning-soft text-warning',
        danger: 'bg-danger-soft text-danger',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
);

/** A state or a kind in one or two words; never something to press. */
export function Badge({ className, tone, ...props }: ComponentProps<'span'> & VariantProps<typeof badgeStyles>) {
  return <span className={classNames(badgeStyles({ tone }), className)} {...props} />;
}

/** Stands where content will stand, in its size. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames('animate-waiting rounded-md bg-raised', className)} />;
}

type SectionProps = { title: ReactNode; description?: ReactNode; action?: ReactNode; children: ReactNode; className?: string };

/** A titled part of a page. */
export function Section({ title, description, action, children, className }: SectionProps) {
  return (
    <section className={classNames('grid gap-4', className)}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="grid min-w-0 gap-0.5">
          <h2 className="text-title font-semibold">{title}</h2>
          {description && <p className="max-w-reading text-body text-muted-foreground">{description}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}

const noticeStyles = cva(
  'flex items-start gap-3 rounded-lg border px-4 py-3 text-body [&>svg]:mt-[0.1875rem] [&>svg]:size-4 [&>svg]:shrink-0',
  {
    variants: {
      tone: {
        neutral: 'bg-raised [&>svg]:text-muted-foreground',
        info: 'border-accent/25 bg-accent-soft [&>svg]:text-accent-strong',
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
