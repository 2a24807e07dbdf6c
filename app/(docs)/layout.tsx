import Link from 'next/link';
import type { ReactNode } from 'react';
import { LocaleSwitch } from '@/components/shell/locale-switch';
import { Wordmark } from '@/components/shell/mark';
import { PageMessages } from '@/components/shell/page-messages';
import { Button } from '@/components/ui/button';
import { getTranslations } from '@/messages/server';

/** Pages about the product that anybody may read. */
export default async function DocsLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations();
  return (
    <>
      <header className="sticky top-0 z-20 border-b bg-background">
        <div className="mx-auto flex h-14 w-full max-w-[90rem] items-center justify-between gap-4 px-4 sm:px-8">
          <Link href="/" className="shrink-0 rounded-sm whitespace-nowrap">
            <Wordmark />
          </Link>
          <div className="flex items-center gap-1">
            <LocaleSwitch />
            <Button asChild variant="ghost" size="small" className="max-sm:hidden">
              <Link href="/agents" prefetch={false}>
                {t('nav.agents')}
              </Link>
            </Button>
          </div>
        </div>
      </header>
      <PageMessages groups={['docs']}>{children}</PageMessages>
    </>
  );
}
