'use client';

import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/field';
import { categories } from './categories';
import { useMemoryFilter } from './use-memory-filter';

/** The kind of memory that a list is narrowed to, in the address. */
export function CategoryFilter() {
  const t = useTranslations();
  const { set, category } = useMemoryFilter();
  return (
    <Select aria-label={t('memory.category')} value={category ?? ''} onChange={(event) => set('category', event.target.value)}>
      <option value="">{t('memory.allCategories')}</option>
      {categories.map((name) => (
        <option key={name} value={name}>
          {t(`memoryCategories.${name}`)}
        </option>
      ))}
    </Select>
  );
}
