import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';

/** The foot of a form that is saved as a whole: it stays in sight while there is something to save. */
export function SaveBar({ note, className, children }: { note?: ReactNode; className?: string; children: ReactNode }) {
  return (
    <div
      className={classNames(
        'sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t bg-background px-4 py-3 sm:-mx-8 sm:px-8',
        className,
      )}
    >
      <div className="min-w-0 text-label text-muted-foreground">{note}</div>
      <div className="ms-auto flex gap-2">{children}</div>
    </div>
  );
}
