import { ChevronRight } from 'lucide-react';
import Link from 'next/link';

type Step = { label: string; href?: string };

/** The way back up: links, and the page itself at the end. */
export function Breadcrumb({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <nav aria-label={label}>
      <ol className="flex flex-wrap items-center gap-1 text-label text-muted-foreground">
        {steps.map((step, index) => (
          <li key={`${step.href ?? ''}${step.label}`} className="flex min-w-0 items-center gap-1">
            {index > 0 && <ChevronRight aria-hidden className="size-3.5 shrink-0 rtl:rotate-180" />}
            {step.href ? (
              <Link
                href={step.href}
                className="inline-flex min-h-6 items-center truncate rounded-sm underline-offset-4 hover:text-foreground hover:underline"
              >
                {step.label}
              </Link>
            ) : (
              <span aria-current="page" className="truncate text-foreground">
                {step.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
