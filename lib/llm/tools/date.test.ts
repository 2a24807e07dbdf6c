import { describe, expect, it } from 'vitest';
import { describeDate } from '@/lib/llm/tools/date';

const now = new Date('2026-11-22T23:30:00Z');

describe('dates', () => {
  it('tells the day and time of the place', async () => {
    expect(await describeDate(null, now, 'Europe/Berlin')).toMatchObject({
      text: 'It is Monday, 23 November 2026, 00:30 (Europe/Berlin).',
      iso: '2026-11-23T00:30',
    });
    expect(await describeDate('today', now, 'America/New_York')).toMatchObject({ iso: '2026-11-22T18:30' });
  });

  it.each([
    ['tomorrow', 'UTC', '2026-11-23', 1],
    ['tomorrow', 'Asia/Tokyo', '2026-11-24', 1],
    ['25 December', 'UTC', '2026-12-25', 33],
    ['three days ago', 'UTC', '2026-11-19', -3],
    ['two weeks from now', 'UTC', '2026-12-06', 14],
  ])('%s in %s is %s', async (expression, zone, day, days) => {
    const answer = await describeDate(expression, now, zone);
    expect(answer).toMatchObject({ ok: true, daysFromToday: days });
    expect(answer.ok && answer.iso.slice(0, 10)).toBe(day);
  });

  it('keeps a named hour, across a change of the clocks too', async () => {
    expect(await describeDate('1 July 2027 at 9:15', now, 'Europe/Berlin')).toMatchObject({ iso: '2027-07-01T09:15' });
  });

  it('says plainly what it does not understand, and takes an unknown zone for UTC', async () => {
    expect(await describeDate('when pigs fly', now, 'UTC')).toEqual({ ok: false, reason: expect.stringContaining('when pigs fly') });
    expect(await describeDate('', now, 'Mars/Olympus')).toMatchObject({ text: expect.stringContaining('(UTC)') });
    expect((await describeDate('x'.repeat(300), now, 'UTC')).ok).toBe(false);
  });
});
