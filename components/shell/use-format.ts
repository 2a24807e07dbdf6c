'use client';

import { useMemo } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { useReaderClock } from './use-reader-clock';

const UNITS = [
  ['minute', 60],
  ['hour', 3_600],
  ['day', 86_400],
  ['week', 604_800],
  ['month', 2_629_800],
  ['year', 31_557_600],
] as const;

/** Figures and dates as the reader's language writes them; in markup that the server drew, by what it knew of the reader's clock until it is taken over. */
export function useFormat() {
  const t = useTranslations();
  const locale = useLocale();
  const formatter = useFormatter();
  const { now, timeZone } = useReaderClock();
  return useMemo(() => {
    let relative: Intl.RelativeTimeFormat | undefined;
    return {
      /** A whole number with its separators. */
      integer: (value: number): string => formatter.number(value, { maximumFractionDigits: 0 }),
      /** A count, shortened from ten thousand on. */
      count: (count: number): string => formatter.number(count, count >= 10_000 ? { notation: 'compact', maximumFractionDigits: 1 } : {}),
      /** A cost in US dollars; small ones with the digits that matter. */
      usd: (costUsd: number): string =>
        formatter.number(costUsd, {
          style: 'currency',
          currency: 'USD',
          minimumFractionDigits: 2,
          maximumFractionDigits: costUsd > 0 && costUsd < 0.01 ? 5 : 2,
        }),
      /** A share of one, such as 0.25, as a percentage. */
      percent: (share: number): string => formatter.number(share, { style: 'percent', maximumFractionDigits: 0 }),
      /** A duration in milliseconds, as people say it. */
      duration: (durationMs: number): string =>
        durationMs < 1_000
          ? `${formatter.number(Math.round(durationMs))} ms`
          : `${formatter.number(durationMs / 1_000, { maximumFractionDigits: 1 })} s`,
      /** A date with its time, in the reader's zone. */
      dateTime: (timestamp: string): string =>
        formatter.dateTime(new Date(timestamp), { dateStyle: 'medium', timeStyle: 'short', timeZone: timeZone() }),
      /** A time of day, in the reader's zone. */
      time: (timestamp: string): string => formatter.dateTime(new Date(timestamp), { timeStyle: 'short', timeZone: timeZone() }),
      /** A day, in the reader's zone. */
      date: (timestamp: string): string => formatter.dateTime(new Date(timestamp), { dateStyle: 'medium', timeZone: timeZone() }),
      /** A calendar day of UTC, such as `2026-03-21`. */
      day: (day: string): string => formatter.dateTime(new Date(day), { dateStyle: 'medium', timeZone: 'UTC' }),
      /** A calendar month, such as `2026-03`. */
      month: (month: string): string => formatter.dateTime(new Date(month), { month: 'long', year: 'numeric', timeZone: 'UTC' }),
      /** How long ago, in words. */
      ago: (timestamp: string): string => {
        const seconds = (now() - Date.parse(timestamp)) / 1_000;
        if (seconds < 60) return t('common.justNow');
        const [unit, size] = UNITS.findLast(([, unitSize]) => seconds >= unitSize) ?? UNITS[0];
        relative ??= new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
        return relative.format(-Math.floor(seconds / size), unit);
      },
    };
  }, [t, locale, formatter, now, timeZone]);
}
