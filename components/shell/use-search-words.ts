'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { useUrlState } from './url-state';

const PAUSE_MS = 250;

/**
 * Words of a search: the field follows at once, the address (and with it what the server is asked) when the typing pauses, and the field
 * follows the address when that changes by itself.
 */
export function useSearchWords(name = 'q'): { typed: string; asked: string; change: (words: string) => void } {
  const [asked, ask] = useUrlState(name);
  const [typed, setTyped] = useState(asked);
  const [known, setKnown] = useState(asked);
  const [waiting, wait] = useState<string>();
  const askNow = useEffectEvent(ask);
  useEffect(() => {
    if (waiting === undefined) return;
    const settle = () => {
      clearTimeout(timer);
      wait(undefined);
      askNow(waiting);
    };
    // A change of the address after the click would call off the way to another page that a link has begun.
    const click = ({ target }: MouseEvent) => target instanceof Element && target.closest('a') && settle();
    const timer = setTimeout(settle, waiting === '' ? 0 : PAUSE_MS);
    document.addEventListener('click', click, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('click', click, true);
    };
  }, [waiting]);
  if (asked !== known) {
    setKnown(asked);
    if (waiting === undefined && asked.trim() !== typed.trim()) setTyped(asked);
  }
  const change = (words: string) => {
    setTyped(words);
    wait(words.trim());
  };
  return { typed, asked, change };
}
