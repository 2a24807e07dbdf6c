import { FUNCTION_WORDS, wordsOf } from '@/lib/platform/text-search';

/** Beginnings of fewer letters are compared as whole words. */
export const SHORTEST_BEGINNING = 4;
/** More make a search slower and find nothing. */
const FORMS_A_WORD = 40;

/**
 * Other forms of a question's words, for languages whose inflection the index does not take off: `estudando` is found by `estud`, `watoto` by
 * `mtoto`, `ninapenda` by `anapenda`. A form of {@link SHORTEST_BEGINNING} letters or more stands for all words that begin with it.
 *
 * English has none: its words are stemmed as they are compared. A question is of each language that a small word of it belongs to, and
 * of no other, so that no word is bent by the rules of a foreign one.
 *
 * @param words folded words of the text
 * @returns for each word its other forms, letters and digits alone; none in an English text
 */
export function otherForms(text: string, words: readonly string[]): string[][] {
  const rules = LANGUAGES.filter(({ isSpoken }) => isSpoken(text)).map(({ formsOf }) => formsOf);
  if (rules.length === 0) return words.map(() => []);
  return words.map((word) => {
    const forms = new Set(rules.flatMap((formsOf) => formsOf(word)));
    forms.delete(word);
    return [...forms].slice(0, FORMS_A_WORD);
  });
}

/** Whether a text holds a small word that this language alone has. */
const holdsWordsOf = (language: 'pt' | 'sw') => {
  const others = new Set((['en', 'pt', 'sw'] as const).filter((other) => other !== language).flatMap((other) => FUNCTION_WORDS[other]));
  const own = new Set(FUNCTION_WORDS[language].filter((word) => !others.has(word)));
  return (text: string) => wordsOf(text).some((word) => own.has(word));
};

const PORTUGUESE_MARKS = /[ãõ]|[çáéíóúâêô]/iu;
const spellsWordsOfPortuguese = holdsWordsOf('pt');

const LANGUAGES = [
  { isSpoken: (text: string) => PORTUGUESE_MARKS.test(text.normalize('NFC')) || spellsWordsOfPortuguese(text), formsOf: portugueseForms },
  { isSpoken: holdsWordsOf('sw'), formsOf: swahiliForms },
];

/** Endings of Portuguese verbs, nouns and adjectives, folded; the longest that leaves enough is taken off. */
const PORTUGUESE_ENDINGS = (
  'aremos eremos iremos assemos essemos issemos avamos iamos aram eram iram arei erei irei aria eria iria asse esse isse ando endo indo ' +
  'ados adas idos idas amos emos imos avam ava ado ada ido ida iam amento imento mente acoes acao coes cao oes aes aos ais eis ois ' +
  'ia ar er ir ou eu iu ei am em ao as os es an al el ol o a e i'
)
  .split(' ')
  .sort((left, right) => right.length - left.length);

/** What a short noun or adjective may end in instead. */
const SHORT_ENDINGS = ['a', 'o', 'e', 'as', 'os', 'es', 'ao', 'aos', 'oes', 'aes'];
const SHORT_ROOT = 3;

function portugueseForms(word: string): string[] {
  const singular = word.replace(/ns$/, 'm');
  for (const ending of PORTUGUESE_ENDINGS) {
    if (!singular.endsWith(ending)) continue;
    const root = singular.slice(0, -ending.length);
    if (root.length >= SHORTEST_BEGINNING) return [root];
    if (root.length === SHORT_ROOT) return [...SHORT_ENDINGS, ending].map((other) => root + other);
  }
  return [];
}

/** Who does it and when, as the words before the root of a Swahili verb tell. Memories and talk are mostly of these. */
const SUBJECTS = ['ni', 'u', 'a', 'tu', 'm', 'wa'];
const TENSES = ['na', 'li', 'ta', 'me'];
const VERB =
  /^(?:(?:ni|u|a|tu|m|wa|i|ki|vi|li|ya|zi|ku)(?:na|li|ta|me|ka|ki|nge)(?:ye|yo|cho|vyo|lo|ko|po|mo)?|nimeku|ninaku|(?:si|ha|hatu|ham|hawa)(?:ku|ta)?|na|hu|ku|ni|u|tu)(?<root>[a-z]{3,})$/;
const VERB_ENDING = /[aeiu]$/;

/** The roots that a word may have as a verb: of `ninapenda` and `anapenda` `pend`. */
function swahiliVerbs(word: string): string[] {
  const root = VERB.exec(word)?.groups?.root;
  if (!root || !VERB_ENDING.test(root)) return [];
  const bare = root.slice(0, -1);
  const bound = SUBJECTS.flatMap((subject) => TENSES.map((tense) => subject + tense + bare));
  return [...bound, `na${bare}`, `hu${bare}`, `ku${bare}`, ...(bare.length >= SHORTEST_BEGINNING ? [bare] : [])];
}

/** Classes of nouns: the beginning of one, and what stands in its place for more or fewer of it. */
const CLASSES: readonly (readonly [from: string, to: readonly string[]])[] = [
  ['mw', ['w', 'wa', 'mi']],
  ['wa', ['m', 'mw']],
  ['w', ['mw']],
  ['mi', ['m']],
  ['ma', ['', 'ji']],
  ['m', ['wa', 'mi']],
  ['ki', ['vi']],
  ['vi', ['ki']],
  ['ch', ['vy']],
  ['vy', ['ch']],
  ['ji', ['ma', 'me']],
  ['', ['ma']],
];
const LOCATIVE = /ni$/;
const VOWEL_END = /[aeiou]$/;

function swahiliNouns(word: string): string[] {
  const noun = word.length > 5 ? word.replace(LOCATIVE, '') : word;
  if (!VOWEL_END.test(noun)) return [];
  const swapped = CLASSES.flatMap(([from, to]) => {
    const rest = noun.slice(from.length);
    return noun.startsWith(from) && rest.length >= SHORT_ROOT ? to.map((start) => start + rest) : [];
  });
  return noun === word ? swapped : [noun, ...swapped];
}

/** `ng'ombe` is two words to the index, and typed as one by whoever finds no apostrophe; and the other way round. */
function swahiliSpellings(word: string): string[] {
  const afterApostrophe = /ng(?<rest>[aeiou][a-z]{2,})$/.exec(word)?.groups?.rest;
  return afterApostrophe ? [afterApostrophe] : [];
}

function swahiliForms(word: string): string[] {
  return [...swahiliSpellings(word), ...swahiliNouns(word), ...swahiliVerbs(word)].filter((form) => form.length >= SHORT_ROOT);
}
