import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { readMe } from '@/lib/auth/service';

/** Everything behind the sign-in. The API checks every call by itself; this only spares a person an empty page. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const incoming = new Headers(await headers());
  const user = await readMe(new Request('http://localhost/', { headers: { cookie: incoming.get('cookie') ?? '' } }));
  if (!user) redirect(`/sign-in?next=${encodeURIComponent(incoming.get('x-path') ?? '/agents')}`);
  return <AppShell walletAddress={user.walletAddress}>{children}</AppShell>;
}
