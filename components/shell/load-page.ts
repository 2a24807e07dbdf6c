'use client';

const LEAVES_WITHIN_MS = 5_000;
let leftAtMs = Number.NEGATIVE_INFINITY;

/** Leaves by a full load, so that nothing that was read under another session stays in memory. */
export function loadPage(path: string): void {
  leftAtMs = performance.now();
  window.location.assign(path);
}

/** Whether the page is being left: what is refused to it now is nobody's business any more. */
export const isLeaving = (): boolean => performance.now() - leftAtMs < LEAVES_WITHIN_MS;
