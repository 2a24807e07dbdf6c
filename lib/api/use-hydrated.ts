'use client';

import { useSyncExternalStore } from 'react';

const nothing = () => () => {};

/**
 * Whether this part of the page has taken over the server's markup. A part that loads behind others takes over after their queries
 * may have been answered: what they know must not be drawn before that, or it differs from what the server drew.
 */
export function useHydrated(): boolean {
  return useKnown(false);
}

/**
 * {@link useHydrated} for a part that may draw from the first on what it knows, where that is what the server drew: it is then spared a
 * second drawing after it took over.
 */
export function useKnown(isAsDrawn: boolean): boolean {
  return useSyncExternalStore(
    nothing,
    () => true,
    () => isAsDrawn,
  );
}
