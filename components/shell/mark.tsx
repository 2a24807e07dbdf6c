import { classNames } from '@/components/ui/class-names';

const CLAW = 'M16.74 5.00A6.4 6.4 0 1 0 14.20 13.85A4.9 4.9 0 1 1 16.74 5.00Z';

/** The mark: two claws that close around one another, and so write an S. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="currentColor" aria-hidden className={classNames('size-6 shrink-0 text-mark', className)}>
      <path d={CLAW} />
      <path d={CLAW} transform="rotate(180 12 12)" />
    </svg>
  );
}

export function Wordmark({ className }: { className?: string }) {
  return (
    <span className={classNames('inline-flex items-center gap-1.5 text-lead font-semibold tracking-[-0.025em]', className)}>
      <Mark className="size-[1.35em]" />
      SelfClaw
    </span>
  );
}
