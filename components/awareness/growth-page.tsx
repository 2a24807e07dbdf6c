'use client';

import { UserSearch } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { ChartCard, ChartTable, ShareBars } from '@/components/ui/chart';
import { Progress } from '@/components/ui/meter';
import { Stat, StatList } from '@/components/ui/stat';
import { ErrorState } from '@/components/ui/states';
import { Badge, Skeleton } from '@/components/ui/surface';
import { useAwareness, useGrowthSummary } from '@/lib/awareness/hooks';
import type { AwarenessWire, GrowthSummaryWire } from '@/lib/awareness/schema';
import { Calendar } from './calendar';
import { PhaseLadder } from './phase-ladder';

function Way({ awareness }: { awareness: AwarenessWire }) {
  const t = useTranslations();
  const format = useFormat();
  return (
    <>
      <StatList>
        <Stat label={t('growth.phase')} value={t(`phases.${awareness.phase}`)} />
        <Stat label={t('growth.messages')} value={format.count(awareness.messageCount)} />
        <Stat label={t('growth.memories')} value={format.count(awareness.memoriesLearned)} />
        <Stat label={t('growth.conversations')} value={format.count(awareness.conversationCount)} />
      </StatList>
      <ChartCard title={t('growth.way')} note={t('growth.wayText')}>
        <Progress label={t('growth.progress')} percent={awareness.progress} text={format.percent(awareness.progress / 100)} />
        <PhaseLadder awareness={awareness} />
      </ChartCard>
    </>
  );
}

const chain = ['wallet', 'token', 'identity'] as const;

function OnChain({ awareness }: { awareness: AwarenessWire }) {
  const t = useTranslations();
  return (
    <ChartCard
      title={t('growth.economy')}
      note={t(awareness.economyCapabilities.economyAwareness ? 'growth.economySpeaks' : 'growth.economySilent', {
        phase: t('phases.confident'),
      })}
    >
      <ul className="flex flex-wrap gap-2">
        {chain.map((part) => (
          <li key={part}>
            <Badge tone={awareness.onChain[part] ? 'positive' : 'neutral'}>
              {t(awareness.onChain[part] ? 'growth.has' : 'growth.hasNot', { part: t(`growth.${part}`) })}
            </Badge>
          </li>
        ))}
      </ul>
    </ChartCard>
  );
}

function Days({ growth }: { growth: GrowthSummaryWire }) {
  const t = useTranslations();
  return (
    <ChartCard title={t('growth.calendar')} note={t('growth.calendarText')}>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        <Stat label={t('growth.streak')} value={t('growth.dayCount', { count: growth.streak })} />
        <Stat label={t('growth.longest')} value={t('growth.dayCount', { count: growth.longestStreak })} />
      </dl>
      <Calendar days={growth.days} />
    </ChartCard>
  );
}

function Month({ growth }: { growth: GrowthSummaryWire }) {
  const t = useTranslations();
  const format = useFormat();
  const title = t('growth.month', { month: format.month(growth.month) });
  const types = Object.entries(growth.breakdown).map(([type, count]) => ({
    name: type.replaceAll('-', ' '),
    value: count,
    text: format.integer(count),
  }));
  return (
    <ChartCard
      title={title}
      note={
        growth.totalApproved === 0 ? t('growth.noTasks') : t('growth.monthText', { count: growth.totalApproved, days: growth.activeDays })
      }
    >
      {types.length > 0 && (
        <>
          <ShareBars label={types.map(({ name, text }) => `${name}: ${text}`).join('; ')} bars={types} />
          <ChartTable
            summary={t('growth.asTable')}
            label={title}
            heads={[t('growth.taskType'), t('growth.tasks')]}
            rows={types.map(({ name, text }) => [name, text] as const)}
          />
        </>
      )}
    </ChartCard>
  );
}

function Loading() {
  const t = useTranslations();
  return (
    <div role="status" aria-label={t('common.loading')} className="grid gap-6">
      <Skeleton className="h-22 rounded-lg" />
      <Skeleton className="h-96 rounded-lg" />
    </div>
  );
}

/** How far the agent has come: its phase, the days of it, and what it got done. */
export function GrowthPage({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const awareness = useAwareness(agentId);
  const growth = useGrowthSummary(agentId);
  return (
    <div className="mx-auto grid w-full max-w-4xl grid-cols-1 gap-6 px-4 py-7 sm:px-8 sm:py-9">
      <PageHeader
        level="h2"
        title={t('growth.title')}
        description={t('growth.text')}
        action={
          <Button asChild variant="secondary">
            <Link href={`/agents/${agentId}/onboarding`}>
              <UserSearch aria-hidden />
              {t('growth.beginning')}
            </Link>
          </Button>
        }
      />
      {awareness.isPending && <Loading />}
      {awareness.error && !awareness.data && <ErrorState error={awareness.error} onRetry={() => void awareness.refetch()} />}
      {awareness.data && <Way awareness={awareness.data} />}
      {growth.isPending && !awareness.isPending && <Skeleton className="h-72 rounded-lg" />}
      {growth.error && !growth.data && <ErrorState error={growth.error} onRetry={() => void growth.refetch()} />}
      {growth.data && (
        <div className="grid items-start gap-4 md:grid-cols-2">
          <Days growth={growth.data} />
          <div className="grid grid-cols-1 gap-4">
            <Month growth={growth.data} />
            {awareness.data && <OnChain awareness={awareness.data} />}
          </div>
        </div>
      )}
    </div>
  );
}
