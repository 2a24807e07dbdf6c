'use client';

import { useLayoutEffect, useState } from 'react';
import { watchPlace } from './watch-place';

/** Keeps the reader's place in what scrolls; `away` says that the end is out of sight. */
export function useReadingPlace() {
  const [view, setView] = useState<HTMLDivElement | null>(null);
  const [content, setContent] = useState<HTMLDivElement | null>(null);
  const [away, setAway] = useState(false);
  const [place, setPlace] = useState<ReturnType<typeof watchPlace>>();
  useLayoutEffect(() => {
    if (!view || !content) return;
    const watched = watchPlace(view, content, setAway);
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the elements exist only now
    setPlace(watched);
    return watched.stop;
  }, [view, content]);
  return { view, viewRef: setView, contentRef: setContent, away, place };
}
