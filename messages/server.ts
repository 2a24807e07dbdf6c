import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { createTranslator } from 'use-intl/core';
import { chooseLocale } from './choose-locale';
import { messagesOf } from './dictionaries';
import type { en } from './en';
import type { MessageKey } from './keys';
import { type Locale, localeCookie } from './locales';

/** The language of the page that is being made. */
export const getLocale = cache(async (): Promise<Locale> => {
  const [kept, incoming] = await Promise.all([cookies(), headers()]);
  return chooseLocale(kept.get(localeCookie)?.value, incoming.get('accept-language') ?? undefined);
});

/** What `useTranslations()` gives to client components, for server components and metadata. */
export const getTranslations = cache(async () => {
  const locale = await getLocale();
  return createTranslator({ locale, messages: messagesOf(locale) as typeof en });
});

/** The title of a page in the reader's language: `export const generateMetadata = titledBy('memory.title')`. */
export function titledBy(key: MessageKey): () => Promise<Metadata> {
  return async () => ({ title: (await getTranslations())(key as 'site.title') });
}
