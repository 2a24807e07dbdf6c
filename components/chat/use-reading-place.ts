'use client';

import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { watchPlace } from './watch-place';

/**
 * Keeps the reader's place in what scrolls; `away` says that the end is out of sight. `place` is the same for as long as the list stands,
 * so that nothing is drawn again for it; it does nothing until the elements are there.
 */
export function useReadingPlace() {
  const viewRef = useRef<HTMLDivElement>(null);
  const contentRef = useRef<HTMLDivElement>(null);
  const watched = useRef<ReturnType<typeof watchPlace>>(undefined);
  const [away, setAway] = useState(false);
  useLayoutEffect(() => {
    if (!viewRef.current || !contentRef.current) return;
    const watching = watchPlace(viewRef.current, contentRef.current, setAway);
    watched.current = watching;
    return () => {
      watched.current = undefined;
      watching.stop();
    };
  }, []);
  const place = useMemo(
    () => ({
      settle: () => watched.current?.settle(),
      toEnd: () => watched.current?.toEnd(),
      toRow: (row: Element) => watched.current?.toRow(row),
    }),
    [],
  );
  return { viewRef, contentRef, away, place };
}
