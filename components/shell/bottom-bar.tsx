'use client';

import { Bot, Ellipsis } from 'lucide-react';
import dynamic from 'next/dynamic';
import { usePathname } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from '@/components/ui/class-names';
import { EagerLink } from '@/components/ui/eager-link';
import { type AgentPart, useCurrentAgent } from './current-agent';
import { partIcons } from './part-icons';
import { useReadAhead } from './use-read-ahead';

const MoreSheet = dynamic(() => import('./more-sheet').then((module) => module.MoreSheet), { ssr: false });

const entry =
  'flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-[0.6875rem] leading-4 text-muted-foreground [&_svg]:size-5';
const currentEntry = 'font-medium text-accent-strong';

/** The parts of an agent that have room in the bar. */
const barParts = ['chat', 'memory', 'soul'] as const;

const isElsewhere = (part: AgentPart | undefined) => part !== undefined && !barParts.some((name) => name === part);

type BarLinkProps = { href: string; icon: ReactNode; label: string; current: boolean; onReadAhead?: () => void };

function BarLink({ href, icon, label, current, onReadAhead }: BarLinkProps) {
  return (
    <li className="flex min-w-0 flex-1">
      <EagerLink
        href={href}
        aria-current={current ? 'page' : undefined}
        onReadAhead={onReadAhead}
        className={classNames(entry, current && currentEntry)}
      >
        {icon}
        <span className="max-w-full truncate px-0.5">{label}</span>
      </EagerLink>
    </li>
  );
}

/** The ways to go on a phone: the parts of the current agent, the list of agents, and everything else in a sheet. */
export function BottomBar() {
  const t = useTranslations();
  const path = usePathname();
  const { agentId, part } = useCurrentAgent();
  const readAhead = useReadAhead();
  const [openOn, setOpenOn] = useState<string>();
  return (
    <nav aria-label={t('nav.main')} className="shrink-0 border-t bg-background pb-[env(safe-area-inset-bottom)] md:hidden">
      <ul className="flex">
        {barParts.map((name) => {
          const Icon = partIcons[name];
          return (
            <BarLink
              key={name}
              href={agentId ? `/agents/${agentId}/${name}` : '/agents/new'}
              icon={<Icon aria-hidden />}
              label={t(`nav.${name}`)}
              current={part === name}
              onReadAhead={agentId ? () => readAhead(agentId, name) : undefined}
            />
          );
        })}
        <BarLink href="/agents" icon={<Bot aria-hidden />} label={t('nav.agents')} current={path === '/agents'} />
        <li className="flex min-w-0 flex-1">
          <button
            type="button"
            aria-haspopup="dialog"
            aria-expanded={openOn === path}
            onClick={() => setOpenOn(path)}
            className={classNames(entry, (isElsewhere(part) || path.startsWith('/settings')) && currentEntry)}
          >
            <Ellipsis aria-hidden />
            <span className="max-w-full truncate px-0.5">{t('shell.more')}</span>
          </button>
        </li>
      </ul>
      {/* Following a link leaves the page that the sheet was opened on, and so closes it. */}
      {openOn === path && <MoreSheet onClose={() => setOpenOn(undefined)} />}
    </nav>
  );
}
