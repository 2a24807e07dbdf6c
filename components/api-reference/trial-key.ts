'use client';

import { useSyncExternalStore } from 'react';

// In the memory of this tab alone: no storage, no address and no other tab ever holds it.
let currentKey = '';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function setTrialKey(key: string): void {
  currentKey = key;
  for (const listener of listeners) listener();
}

/** The API key that all panels of this page use, until the page is left. */
export function useTrialKey(): [key: string, setKey: (key: string) => void] {
  const key = useSyncExternalStore(
    subscribe,
    () => currentKey,
    () => '',
  );
  return [key, setTrialKey];
}
