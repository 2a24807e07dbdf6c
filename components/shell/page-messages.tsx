import type { ReactNode } from 'react';
import { messagesOf } from '@/messages/dictionaries';
import { dashboardMessages, messagesOfGroups, type PageGroup } from '@/messages/page-groups';
import { getLocale } from '@/messages/server';
import { MoreMessages } from './more-messages';

/** Gives the client components of some pages the texts that the others do without. */
export async function PageMessages({ groups, children }: { groups: readonly PageGroup[]; children: ReactNode }) {
  return <MoreMessages messages={messagesOfGroups(messagesOf(await getLocale()), groups)}>{children}</MoreMessages>;
}

/** Gives the client components of every page behind the sign-in their texts. */
export async function DashboardMessages({ children }: { children: ReactNode }) {
  return <MoreMessages messages={dashboardMessages(messagesOf(await getLocale()))}>{children}</MoreMessages>;
}
