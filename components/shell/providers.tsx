'use client';

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ThemeProvider } from 'next-themes';
import { type ContextType, type ReactNode, useState } from 'react';
import { IntlProvider } from 'use-intl';
import { Toaster } from '@/components/ui/toaster';
import { ApiError } from '@/lib/api/api-error';
import { seedQuery } from '@/lib/api/query';
import { meKey } from '@/lib/auth/hooks';
import type { UserWire } from '@/lib/auth/schema';
import type { en } from '@/messages/en';
import type { Messages } from '@/messages/keys';
import type { Locale } from '@/messages/locales';
import { DrawnWith } from './drawn-with';
import { isLeaving, loadPage } from './load-page';

declare global {
  /** Where libraries that write style elements look for the page's nonce. */
  var __webpack_nonce__: string | undefined;
}

const READ_RETRIES = 2;

function mayHelpToRepeat(failures: number, error: unknown): boolean {
  if (failures >= READ_RETRIES) return false;
  return error instanceof ApiError ? error.status === 0 || error.status >= 500 : true;
}

/** A session that has ended leads to the sign-in, and from there back. */
function leaveWhenSignedOut(error: unknown): void {
  if (!(error instanceof ApiError) || error.status !== 401 || isLeaving() || window.location.pathname === '/sign-in') return;
  const here = window.location.pathname + window.location.search;
  loadPage(`/sign-in?next=${encodeURIComponent(here)}`);
}

function createQueryClient(user: UserWire | null | undefined): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      // Without a network a call fails at once and says so, in place of waiting unseen.
      queries: { staleTime: 5_000, retry: mayHelpToRepeat, networkMode: 'always', refetchOnReconnect: true },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  if (user !== undefined) seedQuery(client, meKey, () => user);
  return client;
}

type ProvidersProps = {
  nonce: string;
  locale: Locale;
  messages: Partial<Messages>;
  /** The clock that the server drew the page by: what it says of time is drawn again as it was said. */
  drawnWith: ContextType<typeof DrawnWith>;
  user?: UserWire | null;
  children: ReactNode;
};

/** What every page stands in: language, server state, theme, tooltips, toasts. */
export function Providers({ nonce, locale, messages, drawnWith, user, children }: ProvidersProps) {
  const [client] = useState(() => {
    if (typeof window !== 'undefined') globalThis.__webpack_nonce__ = nonce;
    return createQueryClient(user);
  });
  return (
    <IntlProvider locale={locale} messages={messages as typeof en} timeZone="UTC">
      <QueryClientProvider client={client}>
        <DrawnWith value={drawnWith}>
          <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange nonce={nonce}>
            {children}
            <Toaster />
          </ThemeProvider>
        </DrawnWith>
      </QueryClientProvider>
    </IntlProvider>
  );
}
