'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/surface';
import type { Trial } from './trial';
import { useTranslations } from 'use-intl';

const TryItPanel = dynamic(() => import('./try-it-panel').then((module) => module.TryItPanel), {
  loading: () => <Skeleton className="h-64" />,
});

/** The button that opens an operation for trying; the form behind it is loaded then. */
export function TryIt({ operation }: { operation: Trial }) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  return (
    <div className="grid gap-4">
      <Button
        variant="secondary"
        size="small"
        className="justify-self-start"
        aria-expanded={open}
        aria-label={`${t(open ? 'docs.try.close' : 'docs.try.open')}: ${operation.summary}`}
        onClick={() => setOpen(!open)}
      >
        {t(open ? 'docs.try.close' : 'docs.try.open')}
      </Button>
      {open && <TryItPanel operation={operation} />}
    </div>
  );
}
