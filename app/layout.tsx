import './globals.css';
import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Providers } from '@/components/shell/providers';
import { timeZoneCookie } from '@/components/shell/time-zone-cookie';
import { now } from '@/lib/platform/clock';
import { isTimeZone } from '@/lib/platform/time-zone';
import { messagesOf } from '@/messages/dictionaries';
import { commonMessages } from '@/messages/page-groups';
import { getLocale, getTranslations } from '@/messages/server';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return {
    title: { default: t('site.title'), template: `%s · ${t('site.name')}` },
    description: t('site.description'),
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcf9f5' },
    { media: '(prefers-color-scheme: dark)', color: '#14110e' },
  ],
};

/** The reader's time zone as an earlier page kept it, else UTC. */
async function readTimeZone(): Promise<string> {
  const kept = (await cookies()).get(timeZoneCookie)?.value ?? '';
  return isTimeZone(kept) ? kept : 'UTC';
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [t, locale, timeZone] = await Promise.all([getTranslations(), getLocale(), readTimeZone()]);
  const nonce = (await headers()).get('x-nonce') ?? '';
  return (
    <html lang={locale} suppressHydrationWarning className={`${GeistSans.variable} ${GeistMono.variable}`}>
      <body className="min-h-dvh">
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50 focus:rounded-md focus:bg-surface focus:px-4 focus:py-2 focus:shadow-lg"
        >
          {t('common.skipToContent')}
        </a>
        <Providers
          nonce={nonce}
          locale={locale}
          messages={commonMessages(messagesOf(locale))}
          drawnWith={{ at: now().getTime(), timeZone }}
        >
          {children}
        </Providers>
      </body>
    </html>
  );
}
