'use client';

import { Brain, SearchX } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useNoteMemorySeen } from '@/components/first-steps/use-note-memory-seen';
import { useLoadAhead } from '@/components/shell/use-load-ahead';
import { Button } from '@/components/ui/button';
import { LoadMore } from '@/components/ui/pagination';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { Card, Skeleton } from '@/components/ui/surface';
import { useErrorToast } from '@/components/ui/use-error-text';
import { useEditMemory, useMemories } from '@/lib/memories/hooks';
import { MEMORY_LIMIT } from '@/lib/memories/limits';
import type { MemoryWire } from '@/lib/memories/schema';
import { type MemoryAction, MemoryItem } from './memory-item';
import { useForget } from './use-forget';
import { useMemoryFilter } from './use-memory-filter';

const MemoryForm = dynamic(() => import('./memory-form').then((module) => module.MemoryForm), { ssr: false });
const MemoryHistory = dynamic(() => import('./memory-history').then((module) => module.MemoryHistory), { ssr: false });

const loadDialogs = () => Promise.all([import('./memory-form'), import('./memory-history')]);

/** From this share on, the page says that room runs short. */
const NEARLY_FULL = 0.9;

function LoadingList() {
  const t = useTranslations();
  return (
    <div role="status" aria-label={t('common.loading')} className="grid gap-3">
      <Skeleton className="h-4 w-24" />
      <Card className="grid divide-y px-4 py-1 sm:px-5">
        {['w-4/5', 'w-3/5', 'w-11/12', 'w-2/3', 'w-1/2'].map((width) => (
          <div key={width} className="grid gap-2.5 py-3.5">
            <Skeleton className={`h-5 ${width}`} />
            <Skeleton className="h-4 w-48" />
          </div>
        ))}
      </Card>
    </div>
  );
}

function NothingFound({ onClear }: { onClear: () => void }) {
  const t = useTranslations();
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={t('memory.noneTitle')}
      action={
        <Button variant="secondary" onClick={onClear}>
          {t('memory.clearFilters')}
        </Button>
      }
    >
      {t('memory.noneText')}
    </EmptyState>
  );
}

function Count({ total, narrowed, onClear }: { total: number; narrowed: boolean; onClear: () => void }) {
  const t = useTranslations();
  const full = !narrowed && total >= MEMORY_LIMIT * NEARLY_FULL;
  return (
    <div className="flex min-h-6 flex-wrap items-center justify-between gap-x-4 text-label text-muted-foreground">
      <p role="status">
        {t(narrowed ? 'memory.found' : 'memory.count', { count: total })}
        {full && ` · ${t('memory.nearlyFull', { limit: MEMORY_LIMIT })}`}
      </p>
      {narrowed && (
        <Button variant="link" className="text-label" onClick={onClear}>
          {t('memory.clearFilters')}
        </Button>
      )}
    </div>
  );
}

/** The memories that the address asks for, and what is done with one of them. */
export function MemoryList({ agentId, onAdd }: { agentId: string; onAdd: () => void }) {
  const t = useTranslations();
  const report = useErrorToast();
  const { filter, narrowed, clear } = useMemoryFilter();
  const memories = useMemories(agentId, filter);
  const edit = useEditMemory(agentId);
  const forget = useForget(agentId);
  const [open, setOpen] = useState<{ action: 'edit' | 'history'; memory: MemoryWire }>();
  useLoadAhead(loadDialogs);
  useNoteMemorySeen((memories.data?.memories.length ?? 0) > 0);
  const onAction = (action: MemoryAction, memory: MemoryWire) => {
    if (action === 'pin') edit.mutateAndTell({ memoryId: memory.id, change: { pinned: !memory.pinned } }, report);
    else if (action === 'forget') forget(memory);
    else setOpen({ action, memory });
  };
  if (memories.isPending) return <LoadingList />;
  if (!memories.data) return <ErrorState error={memories.error} onRetry={() => void memories.refetch()} />;
  const { memories: shown, total } = memories.data;
  if (shown.length === 0 && narrowed) return <NothingFound onClear={clear} />;
  if (shown.length === 0) {
    return (
      <EmptyState icon={<Brain aria-hidden />} title={t('memory.emptyTitle')} action={<Button onClick={onAdd}>{t('memory.add')}</Button>}>
        {t('memory.emptyText')}
      </EmptyState>
    );
  }
  const close = () => setOpen(undefined);
  return (
    <div className="grid gap-3">
      <Count total={total} narrowed={narrowed} onClear={clear} />
      <Card className="px-4 py-1 sm:px-5" aria-busy={memories.isPlaceholderData || undefined}>
        <ul tabIndex={-1} aria-label={t('memory.title')} className="outline-none">
          {shown.map((memory) => (
            <MemoryItem key={memory.id} agentId={agentId} memory={memory} onAction={onAction} />
          ))}
        </ul>
      </Card>
      {memories.hasNextPage && (
        <LoadMore label={t('common.more')} busy={memories.isFetchingNextPage} onLoad={() => void memories.fetchNextPage()} />
      )}
      {open?.action === 'edit' && <MemoryForm agentId={agentId} memory={open.memory} onClose={close} />}
      {open?.action === 'history' && <MemoryHistory agentId={agentId} memory={open.memory} onClose={close} />}
    </div>
  );
}
