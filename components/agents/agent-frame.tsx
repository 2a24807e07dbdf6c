'use client';

import { UserX } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { HealthCard } from '@/components/health/health-card';
import { QuotaMeter } from '@/components/health/quota-meter';
import { SearchIconButton } from '@/components/shell/search-icon-button';
import { Button } from '@/components/ui/button';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { Badge, Skeleton } from '@/components/ui/surface';
import { type AgentAnswer, useAgent, useAgents, useKnownAgent } from '@/lib/agents/hooks';
import { AgentSwitcher } from './agent-switcher';

function FrameHeader({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const listed = useAgents().data?.agents.find((agent) => String(agent.id) === agentId);
  const agent = useAgent(agentId).data?.agent ?? listed;
  return (
    <header className="flex h-13 shrink-0 items-center gap-2 border-b ps-1.5 pe-1.5 md:h-header md:ps-4 md:pe-4">
      {agent ? (
        <>
          <h1 className="min-w-0 text-title font-semibold">
            <AgentSwitcher name={agent.name} publicKey={agent.publicKey} />
          </h1>
          {agent.status === 'paused' && <Badge tone="warning">{t('agents.paused')}</Badge>}
        </>
      ) : (
        <Skeleton className="ms-1.5 h-7 w-40" />
      )}
      <div className="ms-auto flex shrink-0 items-center gap-1">
        <QuotaMeter agentId={agentId} />
        <SearchIconButton />
      </div>
    </header>
  );
}

function NoSuchAgent() {
  const t = useTranslations();
  return (
    <div className="mx-auto w-full max-w-lg px-4 py-16">
      <EmptyState
        icon={<UserX aria-hidden />}
        title={t('agents.notFound')}
        action={
          <Button asChild>
            <Link href="/agents">{t('agents.toList')}</Link>
          </Button>
        }
      >
        {t('agents.notFoundText')}
      </EmptyState>
    </div>
  );
}

type AgentFrameProps = {
  agentId: string;
  /** The agent as the server knows it, so that the first page is drawn with it. */
  known?: AgentAnswer;
  children: ReactNode;
};

/** The heading of every page of one agent: who it is, what is left of its day, and what is wrong with it. */
export function AgentFrame({ agentId, known, children }: AgentFrameProps) {
  useKnownAgent(agentId, known);
  const { data, error, refetch } = useAgent(agentId);
  // Erased, never there, or somebody else's: which of them is nobody's business.
  if (error && (error.status === 404 || error.status === 403)) return <NoSuchAgent />;
  if (error && !data) {
    return (
      <div className="mx-auto w-full max-w-lg px-4 py-16">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  return (
    <>
      <FrameHeader agentId={agentId} />
      <HealthCard agentId={agentId} />
      {children}
    </>
  );
}
