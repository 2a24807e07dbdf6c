'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isOpen } from '@/lib/conversations/hooks';
import type { MessageWire } from '@/lib/conversations/schema';

/** Announces each reply that was awaited in this view, once and whole. */
export function Announcer({ messages }: { messages: readonly MessageWire[] }) {
  const t = useTranslations();
  const openId = messages.findLast(isOpen)?.id;
  const [awaitedId, setAwaitedId] = useState(openId);
  if (openId && openId !== awaitedId) setAwaitedId(openId);
  const awaited = messages.findLast((message) => message.id === awaitedId);
  const finished = awaited && !isOpen(awaited) ? awaited : undefined;
  return (
    <p aria-live="polite" className="sr-only">
      {finished ? t('chat.announcement', { text: finished.error ?? finished.content }) : ''}
    </p>
  );
}
