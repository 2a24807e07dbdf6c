'use client';

import { useSearchParams } from 'next/navigation';
import { useAddressChange } from '@/components/shell/url-state';
import type { MemoryFilter } from '@/lib/memories/hooks';
import { categories, changes, oneOf, sorts, sources } from './categories';

export type FilterName = 'q' | 'category' | 'source' | 'pinned' | 'sort' | 'change';

/** What the address asks for; words that mean nothing here are left out. */
export function readFilter(search: Pick<URLSearchParams, 'get'>): MemoryFilter {
  const text = (name: FilterName) => search.get(name) ?? '';
  const sort = oneOf(sorts, text('sort'));
  return {
    words: text('q').slice(0, 200),
    category: oneOf(categories, text('category')),
    source: oneOf(sources, text('source')),
    pinned: text('pinned') === 'true' ? 'true' : undefined,
    sort: sort === 'recent' ? undefined : sort,
  };
}

/** The filter of the memory list, which lives in the address. */
export function useMemoryFilter() {
  const search = useSearchParams();
  const filter = readFilter(search);
  const write = useAddressChange();
  return {
    filter,
    category: filter.category,
    source: filter.source,
    pinned: filter.pinned === 'true',
    sort: filter.sort ?? '',
    /** What kind of change the timeline shows. */
    change: oneOf(changes, search.get('change') ?? ''),
    /** Whether something is left out of the list. */
    narrowed: Boolean(filter.words?.trim() || filter.category || filter.source || filter.pinned),
    set: (name: FilterName, value: string) => write((asked) => (value === '' ? asked.delete(name) : asked.set(name, value))),
    clear: () => write((asked) => (['q', 'category', 'source', 'pinned', 'change'] as const).forEach((name) => asked.delete(name))),
  };
}
