'use client';

import { useContext, useMemo } from 'react';
import { useHydrated } from '@/lib/api/use-hydrated';
import { DrawnAt } from './drawn-at';
import { readerTimeZone } from './reader-time-zone';

/** The reader's clock in milliseconds and time zone; in markup that the server drew, the server's until it is taken over. */
export function useReaderClock() {
  const drawnAt = useContext(DrawnAt);
  const hydrated = useHydrated();
  return useMemo(
    () => ({ now: () => (hydrated ? Date.now() : drawnAt), timeZone: () => (hydrated ? readerTimeZone() : 'UTC') }),
    [drawnAt, hydrated],
  );
}
