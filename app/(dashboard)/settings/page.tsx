import { AccountPage } from '@/components/sessions/account-page';
import { titledBy } from '@/messages/server';

export const generateMetadata = titledBy('account.title');

export default function Page() {
  return <AccountPage />;
}
