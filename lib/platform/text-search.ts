/** Far beyond any message; keeps a tsvector under its limit of 1 MB. */
const INDEXED_WORDS = 20_000;
const QUERY_WORDS = 40;
const LONGEST_WORD = 60;

/** Letters that Unicode does not take apart, though people search for them without their strokes. */
const STROKED: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ŧ: 't', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' };
const STROKED_LETTERS = new RegExp(`[${Object.keys(STROKED).join('')}]`, 'g');

const WORDS = /[\p{L}\p{N}]+/gu;
/** Scripts that put no space between words: there, pairs of letters stand for words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const UNSPACED_START =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Words of each language that say nothing about what a question is after. */
export const FUNCTION_WORDS = {
  en: (
    'a about after again all also am an and any are as at be because been before being but by can could did do does doing don for from get ' +
    'had has have having he her here hers him his how i if in into is it its just know ll me might more most my no not now of off on once ' +
    'only or other our out over own re remember s same she should so some such t tell than that the their them then there these they this ' +
    'those to too up us user ve very was we were what when where which who whose why will with would you your'
  ).split(' '),
  pt: (
    'ao aos aquele as com como da das de dela dele do dos e ela ele em essa esse esta este eu foi ha isso ja lhe mais mas me meu meus minha ' +
    'minhas muito na nao nas nem nos num numa o onde os ou para pela pelo por qual quando quanto que quem se sem ser seu seus sua suas tem ' +
    'tenho um uma voce estou sou'
  ).split(' '),
  sw: (
    'na ya wa za la kwa ni katika hii huo hiyo yangu wangu langu zangu changu yako wako lako je nini nani gani lini wapi ngapi wangapi ' +
    'ipi kipi upi kama sana pia au lakini yake vyangu vyake yeye sisi kwenye kuna hiki hizi'
  ).split(' '),
};
const ALL_FUNCTION_WORDS = new Set(Object.values(FUNCTION_WORDS).flat());

/**
 * The form in which texts are compared: compatibility forms resolved, marks taken off, lower case.
 * `Não` and `nao`, `ÅNGSTRÖM` and `angstrom` fold alike.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(STROKED_LETTERS, (letter) => STROKED[letter] ?? letter);
}

/** All of ASCII, which needs no folding but lower case. */
const ASCII = /^[\x00-\x7f]*$/;
const ASCII_WORDS = /[a-z0-9]+/g;

/** The folded words of a text in order; pairs of letters where a script puts no space between words. */
export function wordsOf(text: string): string[] {
  if (ASCII.test(text)) {
    const plain = text.toLowerCase().match(ASCII_WORDS) ?? [];
    return plain.slice(0, INDEXED_WORDS).map((word) => word.slice(0, LONGEST_WORD));
  }
  const words: string[] = [];
  for (const [run] of foldText(text).matchAll(WORDS)) {
    for (const [part] of run.matchAll(UNSPACED)) {
      if (words.length >= INDEXED_WORDS) return words;
      if (UNSPACED_START.test(part)) words.push(...pairsOf(part));
      else words.push(part.slice(0, LONGEST_WORD));
    }
  }
  return words;
}

function pairsOf(run: string): string[] {
  const letters = [...run];
  if (letters.length < 2) return letters;
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

/** What is stored in a `search` column: `to_tsvector('simple', $n)` of this text. The one place that makes its input. */
export function searchableText(text: string): string {
  return wordsOf(text).join(' ');
}

/** The different words of a question that say what it is after; all its words where none does. */
export function contentWords(text: string): string[] {
  const words = [...new Set(wordsOf(text))];
  const content = words.filter((word) => !ALL_FUNCTION_WORDS.has(word));
  return (content.length > 0 ? content : words).slice(0, QUERY_WORDS);
}

export type WordQueryOptions = {
  /** Whether every word must occur, or any. */
  match: 'all' | 'any';
  /** `last`: the last word may be the beginning of a longer one, as while typing. */
  prefix: 'none' | 'last' | 'every';
};

/**
 * The input of `to_tsquery('simple', $n)` for any text whatever: it consists of letters and digits alone, so it cannot be malformed.
 *
 * @returns null when the text holds no word.
 */
export function wordQuery(text: string, { match, prefix }: WordQueryOptions): string | null {
  const words = [...new Set(wordsOf(text))].slice(0, QUERY_WORDS);
  if (words.length === 0) return null;
  const marked = words.map((word, index) => (prefix === 'every' || (prefix === 'last' && index === words.length - 1) ? `${word}:*` : word));
  return marked.join(match === 'all' ? ' & ' : ' | ');
}

/** A pattern for `like` that finds the text itself wherever it stands; its own `%`, `_` and `\` are plain letters. */
export function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, (letter) => `\\${letter}`)}%`;
}

/** SQL that folds a column nearly as {@link foldText} does, for `like` with `containsPattern(foldText(…))` over few rows. */
export function foldedColumn(column: string): string {
  return `lower(regexp_replace(normalize(${column}, NFKD), '[\\u0300-\\u036f]', '', 'g'))`;
}
