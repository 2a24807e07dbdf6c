'use client';

import { Brain, Plus, Search } from 'lucide-react';
import { useDeferredValue } from 'react';
import { useTranslations } from 'use-intl';
import { useNoteMemorySeen } from '@/components/first-steps/use-note-memory-seen';
import { PageHeader } from '@/components/shell/page-header';
import { useUrlState } from '@/components/shell/url-state';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/field';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { Card, Skeleton } from '@/components/ui/surface';
import { useMemories } from '@/lib/memories/hooks';
import { categories, isCategory } from './categories';
import { MemoryForm } from './memory-form';
import { MemoryItem, useForget } from './memory-item';

function Filters() {
  const t = useTranslations();
  const [words, setWords] = useUrlState('q');
  const [category, setCategory] = useUrlState('category');
  return (
    <div className="grid gap-3 sm:grid-cols-[1fr_12rem]">
      <div className="relative">
        <Search aria-hidden className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground" />
        <Input
          type="search"
          maxLength={200}
          className="ps-9"
          aria-label={t('memory.search')}
          placeholder={t('memory.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <Select aria-label={t('memory.category')} value={category} onChange={(event) => setCategory(event.target.value)}>
        <option value="">{t('memory.allCategories')}</option>
        {categories.map((name) => (
          <option key={name} value={name}>
            {t(`memoryCategories.${name}`)}
          </option>
        ))}
      </Select>
    </div>
  );
}

function LoadingList() {
  const t = useTranslations();
  return (
    <Card role="status" aria-label={t('common.loading')} className="grid gap-4 p-5">
      {[0, 1, 2, 3].map((index) => (
        <Skeleton key={index} className="h-12" />
      ))}
    </Card>
  );
}

function Memories({ agentId, onAdd }: { agentId: string; onAdd: () => void }) {
  const t = useTranslations();
  const [words] = useUrlState('q');
  const [category] = useUrlState('category');
  const wanted = useDeferredValue(words);
  const memories = useMemories(agentId, { words: wanted, category: isCategory(category) ? category : undefined });
  const forget = useForget(agentId);
  useNoteMemorySeen((memories.data?.memories.length ?? 0) > 0);
  if (memories.isPending) return <LoadingList />;
  if (!memories.data) return <ErrorState error={memories.error} onRetry={() => void memories.refetch()} />;
  const { memories: shown, total } = memories.data;
  if (shown.length === 0 && (words !== '' || category !== '')) {
    return (
      <EmptyState icon={<Search aria-hidden />} title={t('memory.noneTitle')}>
        {t('memory.noneText')}
      </EmptyState>
    );
  }
  if (shown.length === 0) {
    return (
      <EmptyState
        icon={<Brain aria-hidden />}
        title={t('memory.emptyTitle')}
        action={
          <Button variant="secondary" onClick={onAdd}>
            {t('memory.add')}
          </Button>
        }
      >
        {t('memory.emptyText')}
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-3">
      <p role="status" className="text-sm text-muted-foreground">
        {t('memory.count', { count: total })}
      </p>
      <Card className="px-4 py-1 sm:px-5" aria-busy={memories.isPlaceholderData || undefined}>
        <ul>
          {shown.map((memory) => (
            <MemoryItem key={memory.id} agentId={agentId} memory={memory} onForgetRequested={forget} />
          ))}
        </ul>
      </Card>
      {memories.hasNextPage && (
        <Button
          variant="secondary"
          className="justify-self-center"
          busy={memories.isFetchingNextPage}
          onClick={() => void memories.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      )}
    </div>
  );
}

/** What the agent remembers: to search, add, correct, pin and forget. */
export function MemoryPage({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const [adding, setAdding] = useUrlState('add');
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-6 px-4 py-7 sm:px-8 sm:py-9">
      <PageHeader
        level="h2"
        title={t('memory.title')}
        description={t('memory.text')}
        action={
          <Button onClick={() => setAdding('1')}>
            <Plus aria-hidden />
            {t('memory.add')}
          </Button>
        }
      />
      <Filters />
      <Memories agentId={agentId} onAdd={() => setAdding('1')} />
      {adding && <MemoryForm agentId={agentId} onClose={() => setAdding('')} />}
    </div>
  );
}
