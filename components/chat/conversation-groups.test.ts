import { describe, expect, it } from 'vitest';
import { groupByDay } from './conversation-groups';

const at = (...times: string[]) => times.map((lastMessageAt) => ({ lastMessageAt }));
const keys = (times: string[], now: string, timeZone = 'UTC') =>
  groupByDay(at(...times), { now: new Date(now), timeZone }).map(({ key, items }) => `${key}:${items.length}`);

describe('conversations by day', () => {
  it('are of today, yesterday, the last week, and months before', () => {
    const times = ['2026-11-22T09:00:00Z', '2026-11-22T00:10:00Z', '2026-11-21T23:50:00Z', '2026-11-16T12:00:00Z', '2026-11-02T12:00:00Z'];
    expect(keys([...times, '2026-10-31T12:00:00Z', '2025-10-31T12:00:00Z'], '2026-11-22T10:00:00Z')).toEqual([
      'today:2',
      'yesterday:1',
      'week:1',
      '2026-11:1',
      '2026-10:1',
      '2025-10:1',
    ]);
  });

  it("go by the reader's calendar", () => {
    const times = ['2026-11-22T01:00:00Z'];
    expect(keys(times, '2026-11-22T10:00:00Z', 'Africa/Nairobi')).toEqual(['today:1']);
    expect(keys(times, '2026-11-22T10:00:00Z', 'America/Sao_Paulo')).toEqual(['yesterday:1']);
  });

  it('are of today when a clock runs ahead', () => {
    expect(keys(['2026-11-23T00:05:00Z'], '2026-11-22T23:59:00Z')).toEqual(['today:1']);
  });
});
