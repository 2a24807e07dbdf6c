'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Confirm } from '@/components/ui/confirm';

/** The address inside the app that a click would lead to, or undefined when it leads nowhere else or out of this tab. */
export function destinationOf(event: Pick<MouseEvent, 'button' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'target'>, here: URL) {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  if (!link || (link.target !== '' && link.target !== '_self') || link.hasAttribute('download')) return undefined;
  const there = new URL(link.href, here);
  if (there.origin !== here.origin || there.pathname === here.pathname) return undefined;
  return there.pathname + there.search + there.hash;
}

type Leaving = { kind: 'link'; to: string } | { kind: 'back' };

type UnsavedGuardProps = {
  when: boolean;
  /** Told when the person leaves all the same: what was typed is given up. */
  onLeave?: () => void;
};

/**
 * Asks before a page with unsaved changes is left: by closing or reloading it, by a link, or by going back. Navigation that
 * code starts by itself is not held.
 */
export function UnsavedGuard({ when, onLeave }: UnsavedGuardProps) {
  const t = useTranslations();
  const router = useRouter();
  const [leaving, setLeaving] = useState<Leaving>();
  const returning = useRef(false);
  useEffect(() => {
    if (!when) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const to = destinationOf(event, new URL(window.location.href));
      if (to === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      setLeaving({ kind: 'link', to });
    };
    const path = window.location.pathname;
    const onPopState = (event: PopStateEvent) => {
      if (returning.current) {
        returning.current = false;
        event.stopImmediatePropagation();
        return;
      }
      if (window.location.pathname === path) return;
      // Before the router hears of it: the page stays, and its place in the history is taken again.
      event.stopImmediatePropagation();
      returning.current = true;
      window.history.forward();
      setLeaving({ kind: 'back' });
    };
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, { capture: true });
    window.addEventListener('popstate', onPopState, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, { capture: true });
      window.removeEventListener('popstate', onPopState, { capture: true });
    };
  }, [when]);
  const leave = () => {
    onLeave?.();
    // When the guard has gone with the unsaved changes.
    setTimeout(() => (leaving?.kind === 'link' ? router.push(leaving.to) : window.history.back()), 0);
  };
  return (
    <Confirm
      open={leaving !== undefined}
      onOpenChange={(open) => !open && setLeaving(undefined)}
      title={t('common.unsavedTitle')}
      description={t('common.unsavedText')}
      cancelLabel={t('common.stay')}
      confirmLabel={t('common.leave')}
      onConfirm={leave}
    />
  );
}
