'use client';

import { usePathname, useSearchParams } from 'next/navigation';

/** Changes what the address asks of its page, from what it asks now; where the page was left meanwhile, nothing. */
export function useAddressChange(): (change: (asked: URLSearchParams) => void) => void {
  const path = usePathname();
  return (change) => {
    const { pathname, search } = window.location;
    if (pathname !== path) return;
    // What React knows of the address may be older than the last change of it.
    const asked = new URLSearchParams(search);
    const before = String(asked);
    change(asked);
    // Even the same address, written again, would call off the way to a page that is on its way.
    if (String(asked) === before) return;
    window.history.replaceState(null, '', asked.size > 0 ? `${path}?${asked}` : path);
  };
}

/** A filter that lives in the address: shared by a link, kept by a reload. An empty value leaves the address. */
export function useUrlState(name: string): [value: string, change: (value: string) => void] {
  const write = useAddressChange();
  const change = (value: string) => write((asked) => (value === '' ? asked.delete(name) : asked.set(name, value)));
  return [useSearchParams().get(name) ?? '', change];
}
