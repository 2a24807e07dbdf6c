'use client';

import { usePathname, useSearchParams } from 'next/navigation';

/** A filter that lives in the address: shared by a link, kept by a reload. An empty value leaves the address. */
export function useUrlState(name: string): [value: string, change: (value: string) => void] {
  const path = usePathname();
  const search = useSearchParams();
  const change = (value: string) => {
    const next = new URLSearchParams(search);
    if (value === '') next.delete(name);
    else next.set(name, value);
    window.history.replaceState(null, '', next.size > 0 ? `${path}?${next}` : path);
  };
  return [search.get(name) ?? '', change];
}
