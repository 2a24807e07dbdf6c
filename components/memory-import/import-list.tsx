'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/states';
import { Badge, Section, Skeleton } from '@/components/ui/surface';
import { useMemoryImports } from '@/lib/memory-imports/hooks';
import type { MemoryImportWire } from '@/lib/memory-imports/schema';
import { assistants } from './assistants';

const tones = { reading: 'accent', ready: 'warning', accepted: 'positive', failed: 'danger' } as const;

function Entry({ entry, onOpen }: { entry: MemoryImportWire; onOpen: (importId: string) => void }) {
  const t = useTranslations();
  const format = useFormat();
  const isReady = entry.status === 'ready';
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
      <div className="grid min-w-0 flex-1 basis-56 gap-1">
        <p className="text-body font-medium wrap-anywhere">{entry.fileName}</p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-label text-muted-foreground">
          <Badge tone={tones[entry.status]}>{t(`memoryImport.status.${entry.status}`)}</Badge>
          <span>{assistants[entry.format]}</span>
          <span>{format.dateTime(entry.createdAt)}</span>
        </p>
      </div>
      <Button
        variant="secondary"
        size="small"
        aria-label={t(isReady ? 'memoryImport.reviewOf' : 'memoryImport.openOf', { name: entry.fileName })}
        onClick={() => onOpen(entry.id)}
      >
        {t(isReady ? 'memoryImport.review' : 'memoryImport.open')}
      </Button>
    </li>
  );
}

/** What was brought so far; nothing where that is nothing. */
export function ImportList({ agentId, onOpen }: { agentId: string; onOpen: (importId: string) => void }) {
  const t = useTranslations();
  const { data, error, isPending, refetch } = useMemoryImports(agentId);
  if (isPending) {
    return (
      <div role="status" aria-label={t('common.loading')}>
        <Skeleton className="h-24 rounded-lg" />
      </div>
    );
  }
  if (!data) return error && <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.imports.length === 0) return null;
  return (
    <Section title={t('memoryImport.listTitle')}>
      <ul className="grid grid-cols-1 divide-y border-y">
        {data.imports.map((entry) => (
          <Entry key={entry.id} entry={entry} onOpen={onOpen} />
        ))}
      </ul>
    </Section>
  );
}
