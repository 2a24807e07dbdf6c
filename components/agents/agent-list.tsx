'use client';

import { Bot, Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { FirstSteps } from '@/components/first-steps/first-steps';
import { useFormat } from '@/components/shell/use-format';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { EagerLink } from '@/components/ui/eager-link';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { Card, Skeleton } from '@/components/ui/surface';
import { useAgents } from '@/lib/agents/hooks';
import { AGENT_LIMIT } from '@/lib/agents/limits';
import type { FirstStepsWire } from '@/lib/first-steps/schema';
import { AgentCard } from './agent-card';
import { CapNote } from './cap-note';
import { useAgentCap } from './use-agent-cap';

function NewAgentButton() {
  const t = useTranslations();
  return (
    <Button asChild>
      <EagerLink href="/agents/new">
        <Plus aria-hidden />
        {t('nav.newAgent')}
      </EagerLink>
    </Button>
  );
}

function LoadingCard() {
  return (
    <Card className="grid gap-5 p-5">
      <div className="flex gap-3.5">
        <Skeleton className="size-11 rounded-lg" />
        <div className="grid flex-1 content-start gap-2.5 pt-1">
          <Skeleton className="h-4.5 w-32" />
          <Skeleton className="h-4 w-4/5" />
        </div>
      </div>
      <Skeleton className="h-7" />
      <Skeleton className="h-10" />
    </Card>
  );
}

function Agents() {
  const t = useTranslations();
  const agents = useAgents();
  if (agents.isPending) {
    return (
      <div className="grid gap-4 lg:grid-cols-2" aria-busy aria-label={t('common.loading')} role="status">
        <LoadingCard />
        <LoadingCard />
      </div>
    );
  }
  if (!agents.data) return <ErrorState error={agents.error} onRetry={() => void agents.refetch()} />;
  if (agents.data.agents.length === 0) {
    return (
      <EmptyState icon={<Bot aria-hidden />} title={t('agents.emptyTitle')} action={<NewAgentButton />}>
        {t('agents.emptyText')}
      </EmptyState>
    );
  }
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {agents.data.agents.map((agent) => (
        <li key={agent.id} className="min-w-0">
          <AgentCard agent={agent} />
        </li>
      ))}
    </ul>
  );
}

/** The owner's agents and what they did today. */
export function AgentListPage({ firstSteps }: { firstSteps?: FirstStepsWire }) {
  const t = useTranslations();
  const format = useFormat();
  const { data } = useAgents();
  const summary = data?.summary;
  const { own, full } = useAgentCap();
  return (
    <div className="mx-auto grid w-full max-w-5xl gap-7 px-4 py-7 sm:px-8 sm:py-10">
      <PageHeader
        title={t('agents.title')}
        description={
          summary && summary.totalCount > 0
            ? `${t('agents.ofLimit', { count: own, limit: AGENT_LIMIT })} · ${t('agents.today', { tokens: format.count(summary.combinedTokensToday), cost: format.usd(summary.totalCostUsd) })}`
            : undefined
        }
        action={summary && summary.totalCount > 0 && !full ? <NewAgentButton /> : undefined}
      />
      <FirstSteps known={firstSteps} />
      <Agents />
      {full && <CapNote />}
    </div>
  );
}
