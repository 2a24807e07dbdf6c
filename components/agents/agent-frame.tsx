'use client';

import { Brain, Feather, MessageSquare, SlidersHorizontal } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from '@/components/ui/class-names';
import { ErrorState } from '@/components/ui/states';
import { Badge, Skeleton } from '@/components/ui/surface';
import { useAgent } from '@/lib/agents/hooks';
import { AgentAvatar } from './avatar';

const sections = [
  { name: 'chat', icon: MessageSquare },
  { name: 'memory', icon: Brain },
  { name: 'soul', icon: Feather },
  { name: 'settings', icon: SlidersHorizontal },
] as const;

function SectionLinks({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const path = usePathname();
  return (
    <nav aria-label={t('agents.sections')} className="-mb-px flex overflow-x-auto sm:ms-auto">
      {sections.map(({ name, icon: Icon }) => {
        const href = `/agents/${agentId}/${name}`;
        const active = path === href || path.startsWith(`${href}/`);
        return (
          <Link
            key={name}
            href={href}
            aria-current={active ? 'page' : undefined}
            className={classNames(
              'flex h-11 items-center gap-2 border-b-2 border-transparent px-3 text-sm whitespace-nowrap text-muted-foreground transition-colors hover:text-foreground sm:h-14',
              active && 'border-accent font-medium text-foreground',
            )}
          >
            <Icon aria-hidden className="size-4 max-[400px]:hidden" />
            {t(`nav.${name}`)}
          </Link>
        );
      })}
    </nav>
  );
}

/** The heading of every page of one agent, and the ways between them. */
export function AgentFrame({ agentId, children }: { agentId: string; children: ReactNode }) {
  const t = useTranslations();
  const { data, error, refetch } = useAgent(agentId);
  if (error && !data) {
    return (
      <div className="mx-auto w-full max-w-lg px-4 py-16">
        <ErrorState error={error} title={error.status === 404 ? t('agents.notFound') : undefined} onRetry={() => void refetch()} />
      </div>
    );
  }
  return (
    <>
      <div className="flex shrink-0 flex-wrap items-center gap-x-3 border-b px-4 sm:flex-nowrap sm:px-6">
        {data ? (
          <div className="flex h-12 min-w-0 items-center gap-2.5 sm:h-14">
            <AgentAvatar publicKey={data.agent.publicKey} className="size-7" />
            <h1 className="truncate font-semibold">{data.agent.name}</h1>
            {data.agent.status === 'paused' && <Badge tone="warning">{t('agents.paused')}</Badge>}
          </div>
        ) : (
          <div className="flex h-12 items-center sm:h-14">
            <Skeleton className="h-7 w-40" />
          </div>
        )}
        <SectionLinks agentId={agentId} />
      </div>
      {children}
    </>
  );
}
