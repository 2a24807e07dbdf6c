'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { ChartTable } from '@/components/ui/chart';
import type { GrowthSummaryWire } from '@/lib/awareness/schema';
import { calendarWeeks, levelOf } from './calendar-weeks';

const CELL = 12;
const SIDE = 10;

const fills = ['fill-pressed', 'fill-accent/30', 'fill-accent/55', 'fill-accent/80', 'fill-accent'] as const;

type Day = GrowthSummaryWire['days'][number];

/** Twelve weeks, a square a day: the darker, the more happened. */
export function Calendar({ days }: { days: readonly Day[] }) {
  const t = useTranslations();
  const format = useFormat();
  const weeks = calendarWeeks(days);
  const active = days.filter((day) => levelOf(day) > 0);
  const happened = (day: Day) => t('growth.dayText', { messages: day.messages, memories: day.memories, tasks: day.tasks });
  return (
    <>
      <div className="grid max-w-sm gap-2 text-caption text-muted-foreground">
        <svg
          role="img"
          aria-label={t('growth.calendarLabel', { active: active.length, count: days.length })}
          viewBox={`0 0 ${weeks.length * CELL - (CELL - SIDE)} ${7 * CELL - (CELL - SIDE)}`}
          className="w-full rtl:-scale-x-100"
        >
          {weeks.flatMap((week, column) =>
            week.map(
              (day, row) =>
                day && (
                  <rect key={day.day} x={column * CELL} y={row * CELL} width={SIDE} height={SIDE} rx="2" className={fills[levelOf(day)]}>
                    <title>{`${format.day(day.day)}: ${happened(day)}`}</title>
                  </rect>
                ),
            ),
          )}
        </svg>
        <div aria-hidden className="flex flex-wrap items-center justify-between gap-x-4 tabular-nums">
          <span>{format.day(days[0]?.day ?? '')}</span>
          <span className="flex items-center gap-1">
            {t('growth.less')}
            {fills.map((fill) => (
              <svg key={fill} viewBox="0 0 10 10" className="size-2.5">
                <rect width="10" height="10" rx="2" className={fill} />
              </svg>
            ))}
            {t('growth.more')}
          </span>
        </div>
      </div>
      <ChartTable
        summary={t('growth.asTable')}
        label={t('growth.calendar')}
        heads={[t('growth.day'), t('growth.messages'), t('growth.memories'), t('growth.tasks')]}
        rows={[...active]
          .reverse()
          .map(
            (day) => [format.day(day.day), format.integer(day.messages), format.integer(day.memories), format.integer(day.tasks)] as const,
          )}
      />
    </>
  );
}
