'use client';

import { Pin } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useSearchWords } from '@/components/shell/use-search-words';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import { SearchField } from '@/components/ui/search-field';
import { sorts, sources } from './categories';
import { CategoryFilter } from './category-filter';
import { useMemoryFilter } from './use-memory-filter';

/** Search, kind, source, pinned and order: all of them in the address. */
export function MemoryFilters() {
  const t = useTranslations();
  const { typed, change } = useSearchWords();
  const { set, source, pinned, sort } = useMemoryFilter();
  return (
    <div role="search" aria-label={t('memory.search')} className="grid gap-2.5">
      <SearchField label={t('memory.search')} clearLabel={t('memory.clearSearch')} value={typed} onChange={change} />
      <div className="grid grid-cols-2 gap-2.5 sm:grid-cols-[1fr_1fr_1fr_auto]">
        <CategoryFilter />
        <Select aria-label={t('memory.source')} value={source ?? ''} onChange={(event) => set('source', event.target.value)}>
          <option value="">{t('memory.allSources')}</option>
          {sources.map((name) => (
            <option key={name} value={name}>
              {t(`memoryFilters.${name}`)}
            </option>
          ))}
        </Select>
        <Select aria-label={t('memory.sort')} value={sort} onChange={(event) => set('sort', event.target.value)}>
          {sorts.map((name) => (
            <option key={name} value={name === 'recent' ? '' : name}>
              {t(`memorySorts.${name}`)}
            </option>
          ))}
        </Select>
        <Button
          variant="secondary"
          aria-pressed={pinned}
          className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-strong"
          onClick={() => set('pinned', pinned ? '' : 'true')}
        >
          <Pin aria-hidden />
          {t('memory.pinned')}
        </Button>
      </div>
    </div>
  );
}
