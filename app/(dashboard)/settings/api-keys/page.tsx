import { ApiKeysPage } from '@/components/api-keys/api-keys-page';
import { titledBy } from '@/messages/server';

export const generateMetadata = titledBy('apiKeys.title');

export default function Page() {
  return <ApiKeysPage />;
}
