import type { SimilarityThresholds } from '@/lib/llm/embedder/embedder';
import { agrees, contradicts } from '@/lib/memories/classifier/contradiction';

/** An active memory near a new fact. */
export type Neighbour = {
  id: string;
  content: string;
  /** Cosine similarity to the new fact; null where one of the two has no embedding. */
  similarity: number | null;
  category: string;
};

/** What becomes of a new fact: a memory of its own, one more mention of a stored one, or its successor. */
export type MergeDecision = { kind: 'new' } | { kind: 'strengthen'; id: string } | { kind: 'supersede'; id: string };

const ALIKE_WORDS: Readonly<Record<string, string>> = {
  love: 'like',
  enjoy: 'like',
  adore: 'like',
  "i'm": 'am',
  favorite: 'favourite',
  really: '',
  very: '',
};
const EMPTY_WORDS = new Set(
  "i i'm i've my me am is are was be been a an the in on at of to for with and or that this it user user's has have had does do not don't no never".split(
    ' ',
  ),
);

/**
 * Decides without a language model, and in doubt for a memory of its own: a doublet is a smaller fault than a lost fact.
 * The same words strengthen; another value of a one-valued attribute supersedes; a near paraphrase strengthens, unless the two
 * differ in a name, a number, a negation or just one word, as "my brother is Ben" and "my brother is Tom" do.
 */
export function decideMerge(
  newFact: string,
  neighbours: readonly Neighbour[],
  thresholds: Pick<SimilarityThresholds, 'duplicate'>,
): MergeDecision {
  const nearest = [...neighbours].sort((left, right) => (right.similarity ?? 0) - (left.similarity ?? 0));
  const same = nearest.find(({ content }) => hasSameWords(content, newFact));
  if (same) return { kind: 'strengthen', id: same.id };
  const contradicted = nearest.find(({ content, similarity }) => contradicts(newFact, content, similarity));
  if (contradicted) return { kind: 'supersede', id: contradicted.id };
  const repeated = nearest.find(
    ({ content, similarity }) =>
      similarity !== null && similarity >= thresholds.duplicate && (agrees(newFact, content) || saysTheSame(newFact, content)),
  );
  return repeated ? { kind: 'strengthen', id: repeated.id } : { kind: 'new' };
}

function saysTheSame(left: string, right: string): boolean {
  if (isNegated(left) !== isNegated(right)) return false;
  if (!isSubset(namesAndNumbers(left), namesAndNumbers(right)) && !isSubset(namesAndNumbers(right), namesAndNumbers(left))) return false;
  const [leftWords, rightWords] = [wordsOf(left), wordsOf(right)];
  const onlyLeft = leftWords.filter((word) => !rightWords.includes(word));
  const onlyRight = rightWords.filter((word) => !leftWords.includes(word));
  const isSubstitution = onlyLeft.length === 1 && onlyRight.length === 1 && leftWords.length === rightWords.length;
  return !isSubstitution;
}

/** Whether two facts are the same by their words. */
export const hasSameWords = (left: string, right: string): boolean => wordsOf(left).join(' ') === wordsOf(right).join(' ');

/** The words by which two facts are the same: folded, without articles, words of one meaning as one. */
export function wordsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .match(/[\p{L}\p{N}']+/gu) ?? [];
  return words.map((word) => ALIKE_WORDS[word] ?? word).filter((word) => word !== '' && !isArticle(word));
}

function isArticle(word: string): boolean {
  return word === 'a' || word === 'an' || word === 'the';
}

function isNegated(text: string): boolean {
  return /\b(?:not|no|never|no longer|without|stopped|quit|hate|dislike|can't|cannot)\b|n['’]t\b/i.test(text);
}

/** Words with a capital inside the sentence, and figures: what makes two alike sentences speak of different things. */
export function namesAndNumbers(text: string): Set<string> {
  const marked = [...text.matchAll(/(?<!^)(?<![.!?]\s)\b\p{Lu}[\p{L}'-]+|\p{N}+(?:[.,]\p{N}+)*/gu)].map(([word]) => word.toLowerCase());
  return new Set(marked.filter((word) => !EMPTY_WORDS.has(word)));
}

function isSubset(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return [...part].every((word) => whole.has(word));
}
