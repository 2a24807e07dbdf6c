import type { ConversationWire } from '@/lib/conversations/schema';

/** `month` holds the first day of a month, `YYYY-MM`. */
export type Period = { kind: 'today' | 'yesterday' | 'week' } | { kind: 'month'; month: string };

export type ConversationGroup<Item> = { key: string; period: Period; items: Item[] };

const DAY_MS = 86_400_000;

/** Gives the calendar day of a point in time in a zone, `YYYY-MM-DD`. */
function daysIn(timeZone: string): (at: Date) => string {
  // No zone is kept yet, or it is this one: the first use of `Intl` would hold up the start of the page.
  if (timeZone === 'UTC') return (at) => at.toISOString().slice(0, 10);
  const calendar = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (at) => {
    const parts = calendar.formatToParts(at);
    const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
    return `${part('year')}-${part('month')}-${part('day')}`;
  };
}

function periodOf(day: string, today: string): Period {
  const days = Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS);
  if (days <= 0) return { kind: 'today' };
  if (days === 1) return { kind: 'yesterday' };
  return days <= 7 ? { kind: 'week' } : { kind: 'month', month: day.slice(0, 7) };
}

/** Conversations under the day they were last used on, by the reader's calendar; the order stays as it is given. */
export function groupByDay<Item extends Pick<ConversationWire, 'lastMessageAt'>>(
  conversations: readonly Item[],
  { now, timeZone }: { now: Date; timeZone: string },
): ConversationGroup<Item>[] {
  const dayOf = daysIn(timeZone);
  const today = dayOf(now);
  const groups: ConversationGroup<Item>[] = [];
  for (const conversation of conversations) {
    const period = periodOf(dayOf(new Date(conversation.lastMessageAt)), today);
    const key = period.kind === 'month' ? period.month : period.kind;
    const last = groups.at(-1);
    if (last?.key === key) last.items.push(conversation);
    else groups.push({ key, period, items: [conversation] });
  }
  return groups;
}
