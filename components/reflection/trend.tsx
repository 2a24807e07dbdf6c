'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { ChartCard, ChartTable, ColumnChart } from '@/components/ui/chart';
import type { ReflectionsWire } from '@/lib/reflections/schema';

/** How clarity went from pass to pass. */
export function Trend({ list }: { list: ReflectionsWire }) {
  const t = useTranslations();
  const format = useFormat();
  const { clarityTrend: trend } = list;
  const [first, last] = [trend[0], trend.at(-1)];
  if (!first || !last) return null;
  const most = Math.max(...trend.map(({ score }) => score));
  const title = t('reflection.trend');
  return (
    <ChartCard title={title} note={t('reflection.trendText')}>
      <ColumnChart
        label={t('reflection.trendLabel', { count: trend.length, first: first.score, last: last.score })}
        columns={trend.map(({ score, date }) => ({ name: `${format.dateTime(date)}: ${score}`, value: score }))}
        top={format.integer(most)}
        start={format.date(first.date)}
        end={format.date(last.date)}
      />
      <ChartTable
        summary={t('reflection.asTable')}
        label={title}
        heads={[t('reflection.pass'), t('reflection.clarity')]}
        rows={trend.toReversed().map(({ score, date }) => [format.dateTime(date), format.integer(score)] as const)}
      />
    </ChartCard>
  );
}
