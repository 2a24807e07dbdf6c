import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';

export type Theme = 'light' | 'dark';

/** One primitive in its states, once on paper and once on ink. */
export function Specimen({ name, className, children }: { name: string; className?: string; children: (theme: Theme) => ReactNode }) {
  const id = name.toLowerCase().replace(/\W+/g, '-');
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <h2 id={id} className="text-label font-medium text-muted-foreground">
        {name}
      </h2>
      <div className="grid overflow-hidden rounded-lg border lg:grid-cols-2">
        {(['light', 'dark'] as const).map((theme) => (
          <div
            key={theme}
            className={classNames(theme, 'grid min-w-0 content-start gap-4 bg-background p-4 text-body text-foreground sm:p-6', className)}
          >
            {children(theme)}
          </div>
        ))}
      </div>
    </section>
  );
}

export function Row({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={classNames('flex flex-wrap items-center gap-3', className)}>{children}</div>;
}
