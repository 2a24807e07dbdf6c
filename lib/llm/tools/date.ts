import type { ParsedComponents } from 'chrono-node';
import { isTimeZone } from '@/lib/platform/time-zone';

/** A moment in words and as an ISO 8601 date (with the time, where one was named), or why there is none. */
export type DateDescription = { ok: true; text: string; iso: string; daysFromToday: number } | { ok: false; reason: string };

type CalendarDay = { year: number; month: number; day: number };

const MAX_CHARACTERS = 200;
const DAY_MS = 86_400_000;

/**
 * Says what day and time it is for somebody in `timeZone`, or which day an English expression such as "next friday" or
 * "three weeks from now" means for them. The date library is loaded at the first expression.
 *
 * @param timeZone IANA name; an unknown one counts as UTC.
 */
export async function describeDate(expression: string | null | undefined, now: Date, timeZone: string): Promise<DateDescription> {
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
  const today = localParts(now, zone);
  const wanted = expression?.trim() ?? '';
  if (wanted === '' || /^(?:now|today|the (?:date|time)|current (?:date|time))$/i.test(wanted)) {
    const time = `${pad(today.hour)}:${pad(today.minute)}`;
    return { ok: true, text: `It is ${describeDay(today)}, ${time} (${zone}).`, iso: `${isoDay(today)}T${time}`, daysFromToday: 0 };
  }
  if (wanted.length > MAX_CHARACTERS) return { ok: false, reason: `A date may be described in ${MAX_CHARACTERS} characters at most.` };

  const { parse } = await import('chrono-node');
  const [found] = parse(wanted, { instant: now, timezone: offsetMinutes(now, zone) }, { forwardDate: true });
  if (!found) return { ok: false, reason: `"${wanted}" names no date that could be understood.` };
  const day = calendarDay(found.start);
  const days = Math.round((dayNumber(day) - dayNumber(today)) / DAY_MS);
  const time = found.start.isCertain('hour') ? `${pad(found.start.get('hour') ?? 0)}:${pad(found.start.get('minute') ?? 0)}` : null;
  return {
    ok: true,
    text: `${capitalise(found.text)} is ${describeDay(day)}${time ? `, ${time}` : ''}: ${describeDistance(days)}.`,
    iso: time ? `${isoDay(day)}T${time}` : isoDay(day),
    daysFromToday: days,
  };
}

function calendarDay(components: ParsedComponents): CalendarDay {
  return { year: components.get('year')!, month: components.get('month')!, day: components.get('day')! };
}

function localParts(moment: Date, timeZone: string): CalendarDay & { hour: number; minute: number } {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(moment);
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return { year: read('year'), month: read('month'), day: read('day'), hour: read('hour'), minute: read('minute') };
}

function offsetMinutes(moment: Date, timeZone: string): number {
  const local = localParts(moment, timeZone);
  const asUtc = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute);
  return Math.round((asUtc - moment.getTime()) / 60_000);
}

function dayNumber({ year, month, day }: CalendarDay): number {
  return Date.UTC(year, month - 1, day);
}

function describeDay(day: CalendarDay): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(dayNumber(day));
}

function describeDistance(days: number): string {
  if (days === 0) return 'today';
  if (Math.abs(days) === 1) return days === 1 ? 'tomorrow' : 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

function isoDay({ year, month, day }: CalendarDay): string {
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
