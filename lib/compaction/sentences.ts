import { containsSecret } from '@/lib/memories/secrets';
import { contentWords } from '@/lib/platform/text-search';
import type { TalkMessage } from './queries';

export type Speaker = 'owner' | 'you';

/** A sentence that may stand in a summary. */
export type Sentence = {
  /** Who said it; null in a summary that a model wrote. */
  speaker: Speaker | null;
  text: string;
  /** How much it seems to tell, by its words alone, about 0–3. */
  weight: number;
};

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

const LEAST_WORDS = 3;
const LONGEST_CHARACTERS = 320;
const FULL_WORDS = 10;
const FIRST_PERSON =
  /(?:^|[^\p{L}])(?:i|i'm|my|me|we|our|eu|meu|minha|meus|minhas|nós|nosso|nossa|mimi|yangu|wangu|langu|zangu|nina\p{L}*|nime\p{L}*|na(?:ishi|fanya|penda)\p{L}*)(?=$|[^\p{L}])/iu;
/** A figure, or a name in the midst of a sentence. */
const CONCRETE = /\d|(?<=[\p{Ll},] )\p{Lu}\p{L}+/u;

/** How much a sentence tells about its speaker and about particular things. Questions and what only the agent says count for less. */
function weigh(text: string, speaker: Speaker | null): number {
  const told = Math.min(1, contentWords(text).length / FULL_WORDS);
  const own = speaker !== 'you' && FIRST_PERSON.test(text) ? told : 0;
  const concrete = CONCRETE.test(text) ? told : 0;
  const asks = text.endsWith('?') ? 1 : 0;
  return told + own + concrete - asks - (speaker === 'you' ? 0.4 : 0);
}

/** The sentences of a text without code, tables and marks of Markdown. Those with a secret, and those too short to tell anything, are left out. */
function split(text: string): string[] {
  const prose = text.replace(/```[\s\S]*?(?:```|$)/g, '\n').replace(/^\s*(?:\||-{3,}|={3,}).*$/gm, '');
  return prose.split(/\n+/).flatMap((line) =>
    [...segmenter.segment(line.replace(/^\s*(?:#{1,6}|[-*•>]|\d+[.)])\s+/, '').replace(/\*\*|__|`/g, ''))].flatMap(({ segment }) => {
      const sentence = segment.replace(/\s+/g, ' ').trim();
      if (sentence.split(' ').length < LEAST_WORDS || containsSecret(sentence)) return [];
      return [sentence.length <= LONGEST_CHARACTERS ? sentence : `${sentence.slice(0, LONGEST_CHARACTERS).toWellFormed().trimEnd()}…`];
    }),
  );
}

/** All sentences of what was said, in order. */
export function sentencesOf(talk: readonly TalkMessage[]): Sentence[] {
  return talk.flatMap(({ role, content }) => {
    const speaker = role === 'user' ? 'owner' : 'you';
    return split(content).map((text): Sentence => ({ speaker, text, weight: weigh(text, speaker) }));
  });
}

const LINE = /^- (?:(owner|you): )?(.+)$/;

/** A sentence as a line of a summary. */
export const lineOf = ({ speaker, text }: Pick<Sentence, 'speaker' | 'text'>) => (speaker ? `- ${speaker}: ${text}` : `- ${text}`);

/** The sentences of an earlier summary, whoever wrote it. */
export function sentencesOfSummary(summary: string): Sentence[] {
  return summary.split('\n').flatMap((line) => {
    const [, speaker, quoted] = LINE.exec(line) ?? [];
    if (speaker && quoted) return [{ speaker: speaker as Speaker, text: quoted, weight: weigh(quoted, speaker as Speaker) }];
    return split(line).map((text): Sentence => ({ speaker: null, text, weight: weigh(text, null) }));
  });
}
