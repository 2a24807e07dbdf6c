'use client';

/** Leaves by a full load, so that nothing that was read under another session stays in memory. */
export function loadPage(path: string): void {
  window.location.assign(path);
}
