'use client';

import dynamic from 'next/dynamic';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { EagerLink } from '@/components/ui/eager-link';
import { OfflineBanner } from '@/components/ui/offline';
import { agentListKey } from '@/lib/agents/hooks';
import type { AgentListWire } from '@/lib/agents/schema';
import { useAnswerOfServer } from '@/lib/api/query';
import { BottomBar } from './bottom-bar';
import { agentOfPath } from './current-agent';
import { loadPalette } from './load-palette';
import { Wordmark } from './mark';
import { SearchIconButton } from './search-icon-button';
import { ShellProvider, useShell } from './shell-context';
import { useKeptTimeZone } from './reader-time-zone';
import { Sidebar } from './sidebar';
import { useShortcuts } from './use-shortcuts';

const CommandPalette = dynamic(() => loadPalette().then((module) => module.CommandPalette), { ssr: false });
const ShortcutSheet = dynamic(() => import('./shortcut-sheet').then((module) => module.ShortcutSheet), { ssr: false });

/** What stands at the top of a phone where no agent's own heading does. */
function PhoneHeader() {
  const t = useTranslations();
  if (agentOfPath(usePathname()).agentId) return null;
  return (
    <header className="flex h-13 shrink-0 items-center justify-between border-b ps-3 pe-1.5 md:hidden">
      <EagerLink href="/agents" aria-label={t('shell.home')} className="rounded-md p-1">
        <Wordmark />
      </EagerLink>
      <SearchIconButton />
    </header>
  );
}

function Layers() {
  useShortcuts();
  const { layer, closeLayer } = useShell();
  if (layer === 'palette') return <CommandPalette onClose={closeLayer} />;
  return layer === 'shortcuts' ? <ShortcutSheet onClose={closeLayer} /> : null;
}

type AppShellProps = {
  walletAddress: string;
  /** The agents as the server knows them, so that the first page is drawn with them. */
  agents: AgentListWire;
  collapsed: boolean;
  children: ReactNode;
};

/** The frame of every page behind the sign-in. */
export function AppShell({ walletAddress, agents, collapsed, children }: AppShellProps) {
  const t = useTranslations();
  useAnswerOfServer(agentListKey, agents);
  useKeptTimeZone();
  return (
    <ShellProvider walletAddress={walletAddress} collapsed={collapsed}>
      <div className="flex h-dvh flex-col md:flex-row">
        <Sidebar />
        <PhoneHeader />
        <main id="main" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto outline-none">
          <div className="sticky top-0 z-20">
            <OfflineBanner>{t('common.offlineBanner')}</OfflineBanner>
          </div>
          {children}
        </main>
        <BottomBar />
      </div>
      <Layers />
    </ShellProvider>
  );
}
