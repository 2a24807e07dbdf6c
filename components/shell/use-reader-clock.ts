'use client';

import { useContext, useMemo } from 'react';
import { useHydrated } from '@/lib/api/use-hydrated';
import { DrawnWith } from './drawn-with';
import { readerTimeZone } from './reader-time-zone';

/** The reader's clock in milliseconds and time zone; in markup that the server drew, what the server knew of them until it is taken over. */
export function useReaderClock() {
  const drawn = useContext(DrawnWith);
  const hydrated = useHydrated();
  return useMemo(
    () => ({ now: () => (hydrated ? Date.now() : drawn.at), timeZone: () => (hydrated ? readerTimeZone() : drawn.timeZone) }),
    [drawn, hydrated],
  );
}
