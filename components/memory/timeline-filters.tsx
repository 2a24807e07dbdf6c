'use client';

import { useTranslations } from 'use-intl';
import { useSearchWords } from '@/components/shell/use-search-words';
import { Select } from '@/components/ui/field';
import { SearchField } from '@/components/ui/search-field';
import { changes } from './categories';
import { CategoryFilter } from './category-filter';
import { useMemoryFilter } from './use-memory-filter';

/** Search, kind of change and kind of memory: all of them in the address. */
export function TimelineFilters() {
  const t = useTranslations();
  const { typed, change: type } = useSearchWords();
  const { set, change } = useMemoryFilter();
  return (
    <div role="search" aria-label={t('memory.searchTimeline')} className="grid gap-2.5">
      <SearchField label={t('memory.searchTimeline')} clearLabel={t('memory.clearSearch')} value={typed} onChange={type} />
      <div className="grid grid-cols-2 gap-2.5">
        <Select aria-label={t('memory.change')} value={change ?? ''} onChange={(event) => set('change', event.target.value)}>
          <option value="">{t('memory.allChanges')}</option>
          {changes.map((name) => (
            <option key={name} value={name}>
              {t(`revisions.${name}`)}
            </option>
          ))}
        </Select>
        <CategoryFilter />
      </div>
    </div>
  );
}
