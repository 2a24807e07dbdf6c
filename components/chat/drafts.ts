'use client';

import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
/** Drafts of this page; the storage keeps them for the next, where it is allowed. */
const drafts = new Map<string, string>();

const storageKey = (key: string) => `selfclaw:draft:${key}`;

function read(key: string): string {
  const known = drafts.get(key);
  if (known !== undefined) return known;
  try {
    return localStorage.getItem(storageKey(key)) ?? '';
  } catch {
    return '';
  }
}

/** Keeps an unsent message; an empty one is forgotten. */
export function writeDraft(key: string, text: string): void {
  drafts.set(key, text);
  try {
    if (text === '') localStorage.removeItem(storageKey(key));
    else localStorage.setItem(storageKey(key), text);
  } catch {
    // Without storage the draft lives as long as the page.
  }
  for (const listener of listeners) listener();
}

/** The unsent message of a conversation. */
export function useDraft(key: string): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => read(key),
    () => '',
  );
}
