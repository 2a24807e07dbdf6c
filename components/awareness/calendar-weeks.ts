type CalendarDay = { day: string; messages: number; memories: number; tasks: number };

/** From how many things that happened on a day each level starts. */
const LEVELS = [1, 4, 10, 20] as const;

/** How much happened on a day, from 0 to 4. */
export function levelOf({ messages, memories, tasks }: CalendarDay): 0 | 1 | 2 | 3 | 4 {
  const sum = messages + memories + tasks;
  return LEVELS.filter((least) => sum >= least).length as 0 | 1 | 2 | 3 | 4;
}

/** Days in weeks that begin on a Monday; places of the first and the last week that are no day of it are undefined. */
export function calendarWeeks<Day extends CalendarDay>(days: readonly Day[]): (Day | undefined)[][] {
  const first = days[0];
  if (!first) return [];
  const before = (new Date(first.day).getUTCDay() + 6) % 7;
  const places: (Day | undefined)[] = [...Array.from({ length: before }, () => undefined), ...days];
  const weeks: (Day | undefined)[][] = [];
  for (let start = 0; start < places.length; start += 7) weeks.push(places.slice(start, start + 7));
  return weeks;
}
