'use client';

import { Activity, BookOpen, Bot, KeyRound, PanelLeft, Plus, Search, UserRound } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { AgentAvatar } from '@/components/agents/avatar';
import { useAgentCap } from '@/components/agents/use-agent-cap';
import { classNames } from '@/components/ui/class-names';
import { EagerLink } from '@/components/ui/eager-link';
import { Skeleton } from '@/components/ui/surface';
import { useAgents } from '@/lib/agents/hooks';
import { AccountMenu } from './account-menu';
import { agentOfPath, agentParts } from './current-agent';
import { ShortcutKeys } from './key-names';
import { loadPalette } from './load-palette';
import { Mark, Wordmark } from './mark';
import { partIcons } from './part-icons';
import { useShell } from './shell-context';
import { RailTooltip, SidebarEntry, SidebarLabel } from './sidebar-entry';
import { useReadAhead } from './use-read-ahead';

function AgentParts({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const { part } = agentOfPath(usePathname());
  const readAhead = useReadAhead();
  return (
    <ul aria-label={t('agents.sections')} className="grid gap-px py-px">
      {agentParts.map((name) => {
        const Icon = partIcons[name];
        return (
          <SidebarEntry
            key={name}
            nested
            href={`/agents/${agentId}/${name}`}
            label={t(`nav.${name}`)}
            icon={<Icon aria-hidden />}
            current={part === name ? 'page' : undefined}
            onReadAhead={() => readAhead(agentId, name)}
          />
        );
      })}
    </ul>
  );
}

function AgentEntries() {
  const t = useTranslations();
  const agents = useAgents();
  const { agentId, part = 'chat' } = agentOfPath(usePathname());
  const readAhead = useReadAhead();
  if (agents.isPending) return <Skeleton className="mx-2 my-1 h-7" />;
  return agents.data?.agents.map((agent) => {
    const id = String(agent.id);
    const current = agentId === id;
    return (
      <SidebarEntry
        key={id}
        href={`/agents/${id}/${part}`}
        label={agent.name}
        icon={<AgentAvatar publicKey={agent.publicKey} className="-mx-0.5 size-5 rounded-sm" />}
        current={current ? 'true' : undefined}
        aside={agent.status === 'paused' ? t('agents.paused') : undefined}
        onReadAhead={() => readAhead(id, part)}
      >
        {current && <AgentParts agentId={id} />}
      </SidebarEntry>
    );
  });
}

function SearchButton() {
  const t = useTranslations();
  const { collapsed, openLayer } = useShell();
  return (
    <RailTooltip label={t('shell.search')}>
      <button
        type="button"
        onPointerEnter={() => void loadPalette()}
        onFocus={() => void loadPalette()}
        onClick={() => openLayer('palette')}
        className={classNames(
          'flex h-9 w-full items-center gap-2.5 rounded-md border border-transparent px-2.5 text-body text-muted-foreground transition-colors duration-state hover:bg-raised hover:text-foreground [&>svg]:size-4 [&>svg]:shrink-0',
          !collapsed && 'lg:border-border lg:bg-surface',
        )}
      >
        <Search aria-hidden />
        <SidebarLabel>{t('shell.search')}</SidebarLabel>
        <span aria-hidden className={classNames('ms-auto', collapsed ? 'hidden' : 'max-lg:hidden')}>
          <ShortcutKeys id="search" />
        </span>
      </button>
    </RailTooltip>
  );
}

function InstallEntries() {
  const t = useTranslations();
  const path = usePathname();
  const entries = [
    { href: '/settings/api-keys', label: t('nav.apiKeys'), icon: <KeyRound aria-hidden /> },
    { href: '/docs/api', label: t('shell.apiReference'), icon: <BookOpen aria-hidden />, prefetch: false as const },
    { href: '/settings/health', label: t('shell.health'), icon: <Activity aria-hidden /> },
    { href: '/settings', label: t('shell.account'), icon: <UserRound aria-hidden /> },
  ];
  return (
    <ul aria-label={t('shell.workspace')} className="grid gap-0.5 border-t pt-3">
      {entries.map((entry) => (
        <SidebarEntry key={entry.href} {...entry} current={path === entry.href ? 'page' : undefined} />
      ))}
    </ul>
  );
}

function CollapseButton() {
  const t = useTranslations();
  const { collapsed, toggleSidebar } = useShell();
  const label = t(collapsed ? 'shell.expand' : 'shell.collapse');
  return (
    <RailTooltip label={label}>
      <button
        type="button"
        aria-label={label}
        aria-expanded={!collapsed}
        onClick={toggleSidebar}
        className="grid size-9 shrink-0 place-items-center rounded-md text-muted-foreground transition-colors duration-state hover:bg-raised hover:text-foreground max-lg:hidden"
      >
        <PanelLeft aria-hidden className="size-4" />
      </button>
    </RailTooltip>
  );
}

/** Every place there is, beside the page: with names where there is room, else pictures alone. */
export function Sidebar() {
  const t = useTranslations();
  const path = usePathname();
  const { collapsed, walletAddress } = useShell();
  const { full } = useAgentCap();
  return (
    <aside className={classNames('flex w-14 shrink-0 flex-col border-e max-md:hidden', !collapsed && 'lg:w-60')}>
      <div className={classNames('flex h-header shrink-0 items-center justify-center gap-1 px-2', !collapsed && 'lg:justify-between')}>
        <EagerLink href="/agents" aria-label={t('shell.home')} className={classNames('flex rounded-md p-1.5', collapsed && 'lg:hidden')}>
          <Mark className={classNames('size-6', !collapsed && 'lg:hidden')} />
          {!collapsed && <Wordmark className="max-lg:hidden" />}
        </EagerLink>
        <CollapseButton />
      </div>
      <div className="px-2 pb-3">
        <SearchButton />
      </div>
      <nav aria-label={t('nav.main')} className="flex min-h-0 flex-1 flex-col gap-3 overflow-x-hidden overflow-y-auto px-2 pb-3">
        <ul className="grid gap-0.5">
          <SidebarEntry
            href="/agents"
            label={t('nav.agents')}
            icon={<Bot aria-hidden />}
            current={path === '/agents' ? 'page' : undefined}
          />
          <AgentEntries />
          {!full && (
            <SidebarEntry
              href="/agents/new"
              label={t('nav.newAgent')}
              icon={<Plus aria-hidden />}
              current={path === '/agents/new' ? 'page' : undefined}
            />
          )}
        </ul>
        <InstallEntries />
      </nav>
      <div className="border-t p-2">
        <AccountMenu walletAddress={walletAddress} />
      </div>
    </aside>
  );
}
