'use client';

import { useSyncExternalStore } from 'react';

/** Texts by key that outlive the page, where the browser allows it; else they live as long as the page does. */
export function createKeptTexts(prefix: string) {
  const listeners = new Set<() => void>();
  const texts = new Map<string, string>();

  function read(key: string): string {
    const known = texts.get(key);
    if (known !== undefined) return known;
    let stored = '';
    try {
      stored = localStorage.getItem(prefix + key) ?? '';
    } catch {
      // Without storage nothing was kept.
    }
    texts.set(key, stored);
    return stored;
  }

  /** Keeps a text; an empty one is forgotten. */
  function write(key: string, text: string): void {
    texts.set(key, text);
    try {
      if (text === '') localStorage.removeItem(prefix + key);
      else localStorage.setItem(prefix + key, text);
    } catch {
      // As above.
    }
    for (const listener of listeners) listener();
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** The text of a key; empty while the server draws the page. */
  function useText(key: string): string {
    return useSyncExternalStore(
      subscribe,
      () => read(key),
      () => '',
    );
  }

  return { read, write, useText };
}
