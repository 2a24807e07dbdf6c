'use client';

import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** How far from the view messages are drawn already. */
const AHEAD = '1400px 0px';

type MessageChunkProps = {
  /** What scrolls. */
  view: RefObject<Element | null>;
  /** Whether it is taken to be near the view until that is known. */
  near: boolean;
  /** Drawn wherever it is: something in it goes on. */
  kept: boolean;
  /** Its height in CSS pixels as long as nobody knows better. */
  estimate: number;
  draw: () => ReactNode;
  /** Called when its messages were drawn or left out. */
  onChange?: () => void;
};

/** Some messages, which are drawn only near the view; elsewhere a space of the same height stands for them. */
export function MessageChunk({ view, near: nearAtFirst, kept, estimate, draw, onChange }: MessageChunkProps) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(nearAtFirst || kept);
  const [height, setHeight] = useState(estimate);
  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1);
        if (!entry) return;
        if (!entry.isIntersecting) setHeight(entry.boundingClientRect.height);
        setNear(entry.isIntersecting);
      },
      { root: view.current, rootMargin: AHEAD },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [view]);
  const drawn = near || kept;
  useLayoutEffect(() => onChange?.(), [drawn, onChange]);
  return (
    <div ref={place} data-row={drawn ? undefined : ''} style={drawn ? undefined : { height }} className="flex flex-col gap-7">
      {drawn && draw()}
    </div>
  );
}
