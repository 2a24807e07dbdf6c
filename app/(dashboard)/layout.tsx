import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { DashboardMessages } from '@/components/shell/page-messages';
import { sidebarCookie } from '@/components/shell/sidebar-width';
import { listAgents } from '@/lib/agents/service';
import { readPageSession } from './page-session';

/**
 * Has the browser look up once which languages its formats know, which takes it 50 ms and more, in a worker while style sheet and scripts
 * are on their way: the first figure or date that a page draws would else wait for it in the middle of taking over the markup.
 */
const LOOK_UP_LANGUAGES =
  "try{new Worker(URL.createObjectURL(new Blob([\"Intl.NumberFormat('en');Intl.DateTimeFormat('en');close()\"])))}catch{}";

/** Everything behind the sign-in. The API checks every call by itself; this spares a person an empty page, and the frame a second drawing. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const session = await readPageSession();
  if (!session) redirect(`/sign-in?next=${encodeURIComponent((await headers()).get('x-path') ?? '/agents')}`);
  const { principal } = session;
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const [agents, kept] = await Promise.all([listAgents(principal), cookies()]);
  return (
    <DashboardMessages>
      <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: LOOK_UP_LANGUAGES }} />
      <AppShell walletAddress={principal.walletAddress} agents={agents} collapsed={kept.get(sidebarCookie)?.value === 'collapsed'}>
        {children}
      </AppShell>
    </DashboardMessages>
  );
}
