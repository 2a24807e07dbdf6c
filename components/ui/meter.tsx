import type { ReactNode } from 'react';
import { classNames } from './class-names';

const NEARLY_FULL = 0.8;

type Tone = 'accent' | 'warning' | 'danger' | 'neutral';

const fills: Record<Tone, string> = { accent: 'fill-accent', warning: 'fill-warning', danger: 'fill-danger', neutral: 'fill-input' };

/** The bar alone: a drawing, because pages allow no style of a single element. */
function Bar({ share, tone, className }: { share: number; tone: Tone; className?: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 1_000) / 10;
  return (
    <svg
      aria-hidden
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      className={classNames('block h-1.5 w-full rounded-full rtl:-scale-x-100', className)}
    >
      <rect width="100" height="4" className="fill-pressed forced-colors:fill-[GrayText]" />
      <rect width={percent} height="4" className={classNames(fills[tone], 'forced-colors:fill-[Highlight]')} />
    </svg>
  );
}

type MeterProps = {
  label: string;
  used: number;
  limit: number;
  /** The figures as words, said by screen readers and shown beside the label. */
  text: string;
  /** A remark below, such as when it starts anew. */
  hint?: ReactNode;
  /** Without the words around it, where the place is small. */
  compact?: boolean;
  className?: string;
};

/** How much of a limit is used: a warning from four fifths on, an alarm when nothing is left. */
export function Meter({ label, used, limit, text, hint, compact = false, className }: MeterProps) {
  const share = limit > 0 ? used / limit : 1;
  const tone = share >= 1 ? 'danger' : share >= NEARLY_FULL ? 'warning' : 'accent';
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuenow={Math.min(used, limit)}
      aria-valuemin={0}
      aria-valuemax={Math.max(limit, 1)}
      aria-valuetext={text}
      className={classNames('grid gap-1.5', className)}
    >
      {!compact && (
        <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-caption">
          <span className="font-medium">{label}</span>
          <span className="text-muted-foreground tabular-nums">{text}</span>
        </div>
      )}
      <Bar share={share} tone={tone} />
      {hint && !compact && <span className="text-caption text-muted-foreground">{hint}</span>}
    </div>
  );
}

type ProgressProps = {
  label: string;
  /** 0 to 100; left out while nobody knows. */
  percent?: number;
  /** The words beside the label. */
  text?: string;
  compact?: boolean;
  className?: string;
};

/** How far something is that comes to an end. */
export function Progress({ label, percent, text, compact = false, className }: ProgressProps) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className={classNames('grid gap-1.5', className)}
    >
      {!compact && (
        <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-caption">
          <span className="font-medium">{label}</span>
          {text && <span className="text-muted-foreground tabular-nums">{text}</span>}
        </div>
      )}
      <Bar
        share={percent === undefined ? 0.35 : percent / 100}
        tone="accent"
        className={percent === undefined ? 'animate-waiting' : undefined}
      />
    </div>
  );
}
