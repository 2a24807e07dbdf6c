'use client';

import { useEffect } from 'react';

const IDLE_MS = 1_500;

/**
 * Fetches parts that open later once the page has come to rest, so that they also open where the network is gone by then.
 *
 * @param load a function outside the component, so that it stays the same
 */
export function useLoadAhead(load: () => Promise<unknown>): void {
  useEffect(() => {
    // Nothing is lost when it fails: the part is fetched again when it is opened.
    const timer = setTimeout(() => void load().catch(() => undefined), IDLE_MS);
    return () => clearTimeout(timer);
  }, [load]);
}
