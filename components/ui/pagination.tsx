'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';

type LoadMoreProps = { label: string; busy: boolean; onLoad: () => void };

/** The rest of a list that has no end worth counting. */
export function LoadMore({ label, busy, onLoad }: LoadMoreProps) {
  return (
    <div className="flex justify-center">
      <Button variant="secondary" busy={busy} onClick={onLoad}>
        {label}
      </Button>
    </div>
  );
}

type PaginationProps = {
  label: string;
  previousLabel: string;
  nextLabel: string;
  /** Where one is, such as "21–40 of 134". */
  position: ReactNode;
  onPrevious?: () => void;
  onNext?: () => void;
  busy?: boolean;
};

/** Page by page, for lists in which a place matters; a direction without a handler has come to its end. */
export function Pagination({ label, previousLabel, nextLabel, position, onPrevious, onNext, busy = false }: PaginationProps) {
  return (
    <nav aria-label={label} aria-busy={busy || undefined} className="flex items-center justify-between gap-3">
      <p role="status" className="text-label text-muted-foreground tabular-nums">
        {position}
      </p>
      <div className="flex gap-2">
        <Button variant="secondary" size="small" disabled={!onPrevious || busy} onClick={onPrevious}>
          <ChevronLeft aria-hidden className="rtl:rotate-180" />
          {previousLabel}
        </Button>
        <Button variant="secondary" size="small" disabled={!onNext || busy} onClick={onNext}>
          {nextLabel}
          <ChevronRight aria-hidden className="rtl:rotate-180" />
        </Button>
      </div>
    </nav>
  );
}
