import type { Metadata } from 'next';
import { ApiKeysPage } from '@/components/api-keys/api-keys-page';
import { t } from '@/messages/translate';

export const metadata: Metadata = { title: t('apiKeys.title') };

export default function Page() {
  return <ApiKeysPage />;
}
