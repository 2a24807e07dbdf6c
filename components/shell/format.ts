import { t } from '@/messages/translate';

const LOCALE = 'en';

/** `0x12ab…89ef` */
export function shortAddress(address: string): string {
  return address.length > 12 ? `${address.slice(0, 6)}…${address.slice(-4)}` : address;
}

/** A cost in US dollars; small ones with the digits that matter. */
export function formatUsd(costUsd: number): string {
  const digits = costUsd > 0 && costUsd < 0.01 ? 5 : 2;
  return new Intl.NumberFormat(LOCALE, {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: 2,
    maximumFractionDigits: digits,
  }).format(costUsd);
}

/** A count, shortened from ten thousand on. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat(LOCALE, count >= 10_000 ? { notation: 'compact', maximumFractionDigits: 1 } : {}).format(count);
}

/** A duration in milliseconds, as people say it. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 1_000) return `${Math.round(durationMs)} ms`;
  return `${(durationMs / 1_000).toLocaleString(LOCALE, { maximumFractionDigits: 1 })} s`;
}

/** A date with its time, in the reader's zone. */
export function formatDateTime(timestamp: string): string {
  return new Date(timestamp).toLocaleString(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });
}

const UNITS = [
  ['minute', 60],
  ['hour', 3_600],
  ['day', 86_400],
  ['week', 604_800],
  ['month', 2_629_800],
  ['year', 31_557_600],
] as const;

/** Whether a point in time lies behind us. */
export function isPast(timestamp: string): boolean {
  return Date.parse(timestamp) < Date.now();
}

/** How long ago, in words. */
export function formatAgo(timestamp: string, nowMs = Date.now()): string {
  const seconds = (nowMs - Date.parse(timestamp)) / 1_000;
  if (seconds < 60) return t('common.justNow');
  const [unit, size] = UNITS.findLast(([, unitSize]) => seconds >= unitSize) ?? UNITS[0];
  return new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' }).format(-Math.floor(seconds / size), unit);
}
