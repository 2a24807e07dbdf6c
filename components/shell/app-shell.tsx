'use client';

import { Bot, KeyRound, Menu as MenuIcon, Plus, Settings } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { AgentAvatar } from '@/components/agents/avatar';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Dialog } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/surface';
import { useAgents } from '@/lib/agents/hooks';
import { AccountMenu } from './account-menu';
import { Wordmark } from './mark';

const entry =
  'flex h-9 items-center gap-2.5 rounded-md px-2.5 text-sm transition-colors hover:bg-raised [&_svg]:size-4 [&_svg]:text-muted-foreground';
const current = 'bg-raised font-medium';

function NavigationEntry({ href, active, children }: { href: string; active: boolean; children: ReactNode }) {
  return (
    <li>
      <Link href={href} aria-current={active ? 'page' : undefined} className={classNames(entry, active && current)}>
        {children}
      </Link>
    </li>
  );
}

function AgentEntries({ path }: { path: string }) {
  const t = useTranslations();
  const agents = useAgents();
  if (agents.isPending) return <Skeleton className="mx-2.5 my-1 h-7" />;
  return agents.data?.agents.map((agent) => {
    const base = `/agents/${agent.id}`;
    return (
      <NavigationEntry key={agent.id} href={`${base}/chat`} active={path === base || path.startsWith(`${base}/`)}>
        <AgentAvatar publicKey={agent.publicKey} className="size-5" />
        <span className="truncate">{agent.name}</span>
        {agent.status === 'paused' && <span className="ms-auto text-xs text-muted-foreground">{t('agents.paused')}</span>}
      </NavigationEntry>
    );
  });
}

function Navigation({ label }: { label: string }) {
  const t = useTranslations();
  const path = usePathname();
  return (
    <nav aria-label={label} className="grid gap-5">
      <ul className="grid gap-0.5">
        <NavigationEntry href="/agents" active={path === '/agents'}>
          <Bot aria-hidden />
          {t('nav.agents')}
        </NavigationEntry>
        <AgentEntries path={path} />
        <NavigationEntry href="/agents/new" active={path === '/agents/new'}>
          <Plus aria-hidden />
          {t('nav.newAgent')}
        </NavigationEntry>
      </ul>
      <ul className="grid gap-0.5">
        <NavigationEntry href="/settings/api-keys" active={path === '/settings/api-keys'}>
          <KeyRound aria-hidden />
          {t('nav.apiKeys')}
        </NavigationEntry>
        <NavigationEntry href="/settings" active={path === '/settings'}>
          <Settings aria-hidden />
          {t('nav.settings')}
        </NavigationEntry>
      </ul>
    </nav>
  );
}

function SmallScreenBar({ walletAddress }: { walletAddress: string }) {
  const t = useTranslations();
  const [openOn, setOpenOn] = useState<string>();
  const path = usePathname();
  return (
    <header className="flex h-14 shrink-0 items-center gap-2 border-b px-3 md:hidden">
      <Dialog
        // Following a link leaves the page that the list was opened on, and so closes it.
        open={openOn === path}
        onOpenChange={(open) => setOpenOn(open ? path : undefined)}
        placement="side"
        title={t('nav.menu')}
        trigger={
          <Button variant="ghost" size="icon" aria-label={t('nav.openMenu')}>
            <MenuIcon aria-hidden />
          </Button>
        }
      >
        <Navigation label={t('nav.main')} />
      </Dialog>
      <Link href="/agents" className="rounded-md">
        <Wordmark />
      </Link>
      <div className="ms-auto">
        <AccountMenu walletAddress={walletAddress} compact />
      </div>
    </header>
  );
}

/** The frame of every page behind the sign-in. */
export function AppShell({ walletAddress, children }: { walletAddress: string; children: ReactNode }) {
  const t = useTranslations();
  return (
    <div className="flex h-dvh flex-col md:flex-row">
      <SmallScreenBar walletAddress={walletAddress} />
      <aside className="hidden w-60 shrink-0 flex-col gap-6 overflow-y-auto border-r p-3 md:flex">
        <Link href="/agents" className="rounded-md px-2.5 pt-2">
          <Wordmark />
        </Link>
        <Navigation label={t('nav.main')} />
        <div className="mt-auto">
          <AccountMenu walletAddress={walletAddress} />
        </div>
      </aside>
      <main id="main" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto outline-none">
        {children}
      </main>
    </div>
  );
}
