import { describe, expect, it } from 'vitest';
import { calendarWeeks, levelOf } from './calendar-weeks';

const dayOf = (day: string, messages = 0) => ({ day, messages, memories: 0, tasks: 0 });

describe('the calendar', () => {
  it('sets each day on its weekday, Mondays first', () => {
    // The 26th of November 2026 is a Thursday.
    const days = ['26', '27', '28', '29', '30'].map((day) => dayOf(`2026-11-${day}`));
    expect(calendarWeeks(days).map((week) => week.map((day) => day?.day.slice(-2)))).toEqual([
      [undefined, undefined, undefined, '26', '27', '28', '29'],
      ['30'],
    ]);
    expect(calendarWeeks([])).toEqual([]);
  });

  it.each([
    [0, 0],
    [1, 1],
    [3, 1],
    [4, 2],
    [10, 3],
    [19, 3],
    [20, 4],
    [900, 4],
  ])('a day with %i messages is of level %i', (messages, level) => {
    expect(levelOf(dayOf('2026-11-26', messages))).toBe(level);
  });

  it('counts what was learned and done like what was said', () => {
    expect(levelOf({ day: '2026-11-26', messages: 2, memories: 1, tasks: 1 })).toBe(2);
  });
});
