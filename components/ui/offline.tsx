'use client';

import { CloudOff } from 'lucide-react';
import { type ReactNode, useSyncExternalStore } from 'react';

function subscribe(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** Whether the browser says that it has no network. */
export function useOffline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => !navigator.onLine,
    () => false,
  );
}

/** Says that the network is away, and what is kept, above what is still shown. */
export function OfflineBanner({ children, show }: { children: ReactNode; show?: boolean }) {
  const offline = useOffline();
  return (
    <div role="status">
      {(show ?? offline) && (
        <p className="flex items-center justify-center gap-2 border-b border-warning/30 bg-warning-soft px-4 py-2 text-label">
          <CloudOff aria-hidden className="size-4 shrink-0 text-warning" />
          {children}
        </p>
      )}
    </div>
  );
}
