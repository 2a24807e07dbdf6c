import type { ReactNode } from 'react';
import { classNames } from './class-names';

type Tone = 'neutral' | 'accent' | 'positive' | 'warning' | 'danger';

const tones: Record<Tone, string> = {
  neutral: 'text-muted-foreground',
  accent: 'text-accent-strong',
  positive: 'text-positive',
  warning: 'text-warning',
  danger: 'text-danger',
};

export function Timeline({ className, children }: { className?: string; children: ReactNode }) {
  return <ol className={classNames('grid', className)}>{children}</ol>;
}

type TimelineItemProps = {
  icon?: ReactNode;
  tone?: Tone;
  title: ReactNode;
  /** When, as people say it. */
  time: ReactNode;
  /** The same as a machine says it. */
  dateTime?: string;
  children?: ReactNode;
};

/** Something that happened, newest first. */
export function TimelineItem({ icon, tone = 'neutral', title, time, dateTime, children }: TimelineItemProps) {
  return (
    <li className="group relative grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3 pb-5 last:pb-0">
      <span aria-hidden className="absolute start-3.5 top-8 bottom-1 w-px bg-border group-last:hidden" />
      <span className={classNames('grid size-7 place-items-center rounded-full border bg-surface [&_svg]:size-3.5', tones[tone])}>
        {icon ?? <span className="size-1.5 rounded-full bg-current" />}
      </span>
      <div className="grid gap-0.5 pt-0.5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <p className="min-w-0 text-body font-medium">{title}</p>
          <time dateTime={dateTime} className="text-caption text-muted-foreground tabular-nums">
            {time}
          </time>
        </div>
        {children && <div className="text-body text-muted-foreground">{children}</div>}
      </div>
    </li>
  );
}
