'use client';

import { useTranslations } from 'use-intl';
import { useSearchWords } from '@/components/shell/use-search-words';
import { Select } from '@/components/ui/field';
import { SearchField } from '@/components/ui/search-field';
import { categories, changes } from './categories';
import { useMemoryFilter } from './use-memory-filter';

/** Search, kind of change and kind of memory: all of them in the address. */
export function TimelineFilters() {
  const t = useTranslations();
  const { typed, change: type } = useSearchWords();
  const { set, category, change } = useMemoryFilter();
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
        <Select aria-label={t('memory.category')} value={category ?? ''} onChange={(event) => set('category', event.target.value)}>
          <option value="">{t('memory.allCategories')}</option>
          {categories.map((name) => (
            <option key={name} value={name}>
              {t(`memoryCategories.${name}`)}
            </option>
          ))}
        </Select>
      </div>
    </div>
  );
}
