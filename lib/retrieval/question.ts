import * as chrono from 'chrono-node';
import { DAY_MS } from '@/lib/platform/clock';
import { contentWords, wordsOf } from '@/lib/platform/text-search';
import { otherForms } from './word-forms';

/** What a question tells about the messages that may answer it. */
export type Question = {
  /** The different folded words that say what it is after. */
  words: string[];
  /** Other forms of each word, see {@link otherForms}. */
  forms: string[][];
  /** Speakers, as passages bear them, that the question may mean: its words, and `user` or `assistant`. */
  speakers: string[];
  /** The time that it names: from, and up to but without. */
  period: { from: Date; to: Date } | null;
};

/** "What did you suggest …": what the agent said is looked for. */
const TO_THE_AGENT = /\b(?:did|had|have|were|was) you\b|\byou (?:said|told|suggested|recommended|explained|wrote|mentioned)\b/i;
const ABOUT_THE_OWNER = new Set(
  'i me my mine myself we our us eu meu minha meus minhas mim nos nosso nossa mimi yangu wangu langu zangu'.split(' '),
);
/** What every expression of time holds: a word for it, a year, or figures as dates are written. */
const NAMES_A_TIME =
  /\b(?:yesterday|today|last|past|ago|this|days?|weeks?|months?|years?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)|\b(?:1[89]|20)\d\d\b|\d[/.-]\d|\d(?:st|nd|rd|th)\b/i;
/** Far beyond any question. Dates are read from its beginning. */
const LONGEST_READ = 400;

/** Reads a question. `now` is when it is asked: "last June" depends on it. */
export function readQuestion(text: string, now: Date): Question {
  const words = contentWords(text);
  const role = TO_THE_AGENT.test(text) ? ['assistant'] : wordsOf(text).some((word) => ABOUT_THE_OWNER.has(word)) ? ['user'] : [];
  return { words, forms: otherForms(text, words), speakers: [...words, ...role], period: readPeriod(text.slice(0, LONGEST_READ), now) };
}

function readPeriod(text: string, now: Date): Question['period'] {
  // Reading costs more than all the rest of a question; a figure alone names no time.
  if (!NAMES_A_TIME.test(text)) return null;
  for (const { start } of chrono.parse(text, now)) {
    const year = start.get('year');
    if (year === null) continue;
    const month = (start.get('month') ?? 1) - 1;
    if (start.isCertain('day') || start.isCertain('weekday'))
      return past(year, month, start.get('day') ?? 1, 'day', start.isCertain('year'), now);
    if (start.isCertain('month')) return past(year, month, 1, 'month', start.isCertain('year'), now);
    if (start.isCertain('year')) return past(year, 0, 1, 'year', true, now);
  }
  return null;
}

/** A year that was not said is the last one in which the time has begun. */
function past(
  year: number,
  month: number,
  day: number,
  unit: 'day' | 'month' | 'year',
  isYearSaid: boolean,
  now: Date,
): Question['period'] {
  const start = new Date(Date.UTC(year, month, day));
  const shown = !isYearSaid && start.getTime() > now.getTime() ? year - 1 : year;
  const from = new Date(Date.UTC(shown, month, day));
  if (unit === 'day') return { from, to: new Date(from.getTime() + DAY_MS) };
  return { from, to: unit === 'month' ? new Date(Date.UTC(shown, month + 1, 1)) : new Date(Date.UTC(shown + 1, 0, 1)) };
}
