'use client';

import { useEffect, useRef, useState } from 'react';
import { useUrlState } from './url-state';

const PAUSE_MS = 250;

/**
 * Words of a search that the server answers: the field follows at once, the address (and with it the question) when the
 * typing pauses, and the field follows the address when that changes by itself.
 */
export function useSearchWords(name = 'q'): { typed: string; asked: string; change: (words: string) => void } {
  const [asked, ask] = useUrlState(name);
  const [typed, setTyped] = useState(asked);
  const [known, setKnown] = useState(asked);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  if (asked !== known) {
    setKnown(asked);
    if (asked.trim() !== typed.trim()) setTyped(asked);
  }
  const change = (words: string) => {
    setTyped(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(words.trim()), words === '' ? 0 : PAUSE_MS);
  };
  return { typed, asked, change };
}
