'use client';

import { LoaderCircle } from 'lucide-react';
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';

/** How far above the view older messages are fetched already. */
const AHEAD = '2400px 0px 0px';

type OlderMessagesProps = {
  /** What scrolls. */
  view: RefObject<Element | null>;
  firstId: string | undefined;
  pending: boolean;
  failed: boolean;
  onLoad: () => void;
};

/** The upper end of what is loaded: it fetches what stands before as soon as a reader comes near. */
export function OlderMessages({ view, firstId, pending, failed, onLoad }: OlderMessagesProps) {
  const t = useTranslations();
  const place = useRef<HTMLDivElement>(null);
  const load = useEffectEvent(onLoad);
  useEffect(() => {
    if (!place.current || failed) return;
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && load(), {
      root: view.current,
      rootMargin: AHEAD,
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [view, firstId, failed]);
  return (
    <div ref={place} role="status" className="grid h-10 place-items-center text-label text-muted-foreground">
      {failed && !pending ? (
        <Button variant="secondary" size="small" onClick={onLoad}>
          {t('chat.earlier')}
        </Button>
      ) : (
        <span className="flex items-center gap-2">
          <LoaderCircle aria-hidden className="size-4 animate-spin" />
          {t('chat.earlierLoading')}
        </span>
      )}
    </div>
  );
}
