import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { sidebarCookie } from '@/components/shell/sidebar-width';
import { listAgents } from '@/lib/agents/service';
import { readPageSession } from './page-session';

/** Everything behind the sign-in. The API checks every call by itself; this spares a person an empty page, and the frame a second drawing. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const session = await readPageSession();
  if (!session) redirect(`/sign-in?next=${encodeURIComponent((await headers()).get('x-path') ?? '/agents')}`);
  const { principal } = session;
  const [agents, kept] = await Promise.all([listAgents(principal), cookies()]);
  return (
    <AppShell walletAddress={principal.walletAddress} agents={agents} collapsed={kept.get(sidebarCookie)?.value === 'collapsed'}>
      {children}
    </AppShell>
  );
}
