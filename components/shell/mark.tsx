import { classNames } from '@/components/ui/class-names';

/** The mark: three strokes of a claw. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden className={classNames('size-6 text-mark', className)}>
      <path d="M4.2 19.5C4.6 12.6 6.4 7.4 10 3.2c-.6 5.6-1.6 11-4 16.300z" fill="currentColor" />
      <path d="M10.200 20.800C10.400 14.600 12 9 15.400 4.600c-.3 5.700-1.200 11-3.300 16.200z" fill="currentColor" />
      <path d="M16.200 20.200c.1-4.600 1.300-8.700 4-12.200-.1 4.400-.7 8.400-2.300 12.200z" fill="currentColor" />
    </svg>
  );
}

export function Wordmark({ className }: { className?: string }) {
  return (
    <span className={classNames('inline-flex items-center gap-2 text-[1.0625rem] font-semibold tracking-tight', className)}>
      <Mark />
      SelfClaw
    </span>
  );
}
