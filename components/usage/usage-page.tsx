'use client';

import { ChartColumn } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { useUrlState } from '@/components/shell/url-state';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { ChartCard, ChartTable, ColumnChart, ShareBars } from '@/components/ui/chart';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Stat, StatList } from '@/components/ui/stat';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { Skeleton } from '@/components/ui/surface';
import { useUsageStats } from '@/lib/usage/hooks';
import type { UsageStatsWire } from '@/lib/usage/schema';

const measures = ['tokens', 'cost', 'calls'] as const;

type Measure = (typeof measures)[number];

type Sums = { calls: number; tokens: number; costEstimate: number };

/** How a sum is read, by what is looked at. */
function useMeasure(measure: Measure) {
  const format = useFormat();
  return {
    valueOf: ({ calls, tokens, costEstimate }: Sums) => ({ tokens, cost: costEstimate, calls })[measure],
    textOf: (sums: Sums) => (measure === 'cost' ? format.usd(sums.costEstimate) : format.integer(sums[measure])),
  };
}

function Totals({ stats }: { stats: UsageStatsWire }) {
  const t = useTranslations();
  const format = useFormat();
  return (
    <StatList>
      {(['last24h', 'last7d', 'last30d'] as const).map((window) => (
        <Stat
          key={window}
          label={t(`usage.${window}`)}
          value={format.count(stats.tokens[window])}
          note={t('usage.tokensAndCost', { cost: format.usd(stats.cost[window]) })}
        />
      ))}
      <Stat
        label={t('usage.calls')}
        value={format.count(stats.totalCalls30d)}
        note={t('usage.meanLatency', { latency: format.duration(stats.avgLatencyMs) })}
      />
    </StatList>
  );
}

function Days({ stats, measure }: { stats: UsageStatsWire; measure: Measure }) {
  const t = useTranslations();
  const format = useFormat();
  const { valueOf, textOf } = useMeasure(measure);
  const { days } = stats;
  const largest = days.reduce((most, day) => (valueOf(day) > valueOf(most) ? day : most));
  const title = t('usage.byDay');
  return (
    <ChartCard title={title} note={t('usage.days')}>
      <ColumnChart
        label={t('usage.byDayLabel', { day: format.day(largest.day), amount: textOf(largest) })}
        columns={days.map((day) => ({ name: `${format.day(day.day)}: ${textOf(day)}`, value: valueOf(day) }))}
        top={textOf(largest)}
        start={format.day(days[0]?.day ?? largest.day)}
        end={format.day(days.at(-1)?.day ?? largest.day)}
      />
      <ChartTable
        summary={t('usage.asTable')}
        label={title}
        heads={[t('usage.day'), t('usage.calls'), t('usage.tokens'), t('usage.cost')]}
        rows={[...days]
          .reverse()
          .map(
            (day) => [format.day(day.day), format.integer(day.calls), format.integer(day.tokens), format.usd(day.costEstimate)] as const,
          )}
      />
    </ChartCard>
  );
}

type Cut = { name: string } & Sums;

function Cuts({
  title,
  head,
  cuts,
  measure,
  extra,
}: {
  title: string;
  head: string;
  cuts: Cut[];
  measure: Measure;
  extra?: readonly [string, string[]];
}) {
  const t = useTranslations();
  const format = useFormat();
  const { valueOf, textOf } = useMeasure(measure);
  const sorted = cuts.map((cut, index) => ({ ...cut, extra: extra?.[1][index] })).sort((one, other) => valueOf(other) - valueOf(one));
  return (
    <ChartCard title={title}>
      <ShareBars
        label={sorted.map((cut) => `${cut.name}: ${textOf(cut)}`).join('; ')}
        bars={sorted.map((cut) => ({ name: cut.name, value: valueOf(cut), text: textOf(cut) }))}
      />
      <ChartTable
        summary={t('usage.asTable')}
        label={title}
        heads={[head, t('usage.calls'), t('usage.tokens'), t('usage.cost'), ...(extra ? [extra[0]] : [])]}
        rows={sorted.map(
          (cut) =>
            [
              cut.name,
              format.integer(cut.calls),
              format.integer(cut.tokens),
              format.usd(cut.costEstimate),
              ...(cut.extra === undefined ? [] : [cut.extra]),
            ] as const,
        )}
      />
    </ChartCard>
  );
}

const knownReasons = ['stop', 'length', 'tool_calls', 'content_filter', 'stopped', 'error'] as const;

function Reasons({ stats }: { stats: UsageStatsWire }) {
  const t = useTranslations();
  const format = useFormat();
  const title = t('usage.byReason');
  const nameOf = (reason: string) => {
    const known = knownReasons.find((one) => one === reason);
    return known ? t(`usage.reasons.${known}`) : reason;
  };
  const reasons = stats.finishReasons.map(({ reason, count }) => ({ name: nameOf(reason), value: count, text: format.integer(count) }));
  return (
    <ChartCard title={title}>
      <ShareBars label={reasons.map(({ name, text }) => `${name}: ${text}`).join('; ')} bars={reasons} />
      <ChartTable
        summary={t('usage.asTable')}
        label={title}
        heads={[t('usage.reason'), t('usage.calls')]}
        rows={reasons.map(({ name, text }) => [name, text] as const)}
      />
    </ChartCard>
  );
}

function Charts({ stats }: { stats: UsageStatsWire }) {
  const t = useTranslations();
  const format = useFormat();
  const [chosen, choose] = useUrlState('measure');
  // The recall model takes no tokens: what can be compared then are calls.
  const usual: Measure = stats.tokens.last30d > 0 ? 'tokens' : 'calls';
  const measure = measures.find((known) => known === chosen) ?? usual;
  return (
    <>
      <SegmentedControl
        label={t('usage.measure')}
        value={measure}
        onChange={(next) => choose(next === usual ? '' : next)}
        options={measures.map((value) => ({ value, label: t(`usage.${value}`) }))}
        className="justify-self-start"
      />
      <Days stats={stats} measure={measure} />
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Cuts
          title={t('usage.byType')}
          head={t('usage.type')}
          measure={measure}
          cuts={stats.callsByType.map(({ type, ...sums }) => ({ name: t(`usage.types.${type}`), ...sums }))}
          extra={[t('usage.latency'), stats.callsByType.map(({ avgLatencyMs }) => format.duration(avgLatencyMs))]}
        />
        <div className="grid grid-cols-1 gap-4">
          <Cuts
            title={t('usage.byModel')}
            head={t('usage.model')}
            measure={measure}
            cuts={stats.topModels.map(({ model, provider, ...sums }) => ({
              name: t('usage.modelOf', {
                model,
                provider: provider === 'local' || provider === 'embedded' ? t(`usage.${provider}`) : provider,
              }),
              ...sums,
            }))}
          />
          <Reasons stats={stats} />
        </div>
      </div>
    </>
  );
}

function LoadingUsage() {
  const t = useTranslations();
  return (
    <div role="status" aria-label={t('common.loading')} className="grid gap-6">
      <Skeleton className="h-27 rounded-lg" />
      <Skeleton className="h-8 w-40" />
      <Skeleton className="h-80 rounded-lg" />
    </div>
  );
}

/** What the agent asked of its models in 30 days, and what it cost. */
export function UsagePage({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const { data: stats, error, isPending, refetch } = useUsageStats(agentId);
  return (
    <div className="mx-auto grid w-full max-w-4xl grid-cols-1 gap-6 px-4 py-7 sm:px-8 sm:py-9">
      <PageHeader level="h2" title={t('usage.title')} description={t('usage.text')} />
      {isPending && <LoadingUsage />}
      {error && !stats && <ErrorState error={error} onRetry={() => void refetch()} />}
      {stats?.totalCalls30d === 0 && (
        <EmptyState
          icon={<ChartColumn aria-hidden />}
          title={t('usage.emptyTitle')}
          action={
            <Button asChild>
              <Link href={`/agents/${agentId}/chat`}>{t('usage.toChat')}</Link>
            </Button>
          }
        >
          {t('usage.emptyText')}
        </EmptyState>
      )}
      {stats && stats.totalCalls30d > 0 && (
        <>
          <Totals stats={stats} />
          <Charts stats={stats} />
        </>
      )}
    </div>
  );
}
