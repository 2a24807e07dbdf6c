'use client';

import { type ReactNode, useMemo } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl';
import type { en } from '@/messages/en';
import type { Messages } from '@/messages/keys';

/** Adds texts to those that the page has already. */
export function MoreMessages({ messages, children }: { messages: Partial<Messages>; children: ReactNode }) {
  const locale = useLocale();
  const present = useMessages();
  const together = useMemo(() => ({ ...present, ...messages }) as typeof en, [present, messages]);
  return (
    <IntlProvider locale={locale} messages={together}>
      {children}
    </IntlProvider>
  );
}
