'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { Section, Skeleton } from '@/components/ui/surface';
import { SessionList } from './session-list';
import { WalletSection } from './wallet-section';

const Appearance = dynamic(() => import('./appearance').then((module) => module.Appearance), {
  ssr: false,
  loading: () => <Skeleton className="h-35" />,
});

/** Who is signed in, how the pages look to them, and where else they are signed in. */
export function AccountPage() {
  const t = useTranslations();
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-9 px-4 py-7 sm:px-8 sm:py-10">
      <PageHeader title={t('account.title')} />
      <WalletSection />
      <Section title={t('account.appearance')}>
        <Appearance />
      </Section>
      <Section title={t('sessions.title')} description={t('sessions.text')}>
        <SessionList />
      </Section>
    </div>
  );
}
