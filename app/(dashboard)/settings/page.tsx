import type { Metadata } from 'next';
import { AccountPage } from '@/components/sessions/account-page';
import { t } from '@/messages/translate';

export const metadata: Metadata = { title: t('account.title') };

export default function Page() {
  return <AccountPage />;
}
