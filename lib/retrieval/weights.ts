// What counts how much where an agent looks for something: the one place of these figures. Each is told by what it brings.

/**
 * How the rank of a past message adds up:
 *
 * `similarity × cosine + words × coverage + speaker + date + recency × e^(−days / recencyDays)`
 *
 * - cosine of the passage with the question, from which `centre` times the centre of all questions was taken (`centre.ts`);
 * - coverage: the share, by rarity, of the question's words that stand in the passage or near it. A word counts once, by the nearest place:
 *   in full in the passage itself, by `near[0]` in the passage before or after it, by `near[1]` in the one beyond;
 * - speaker: who the question names, the only one, said it;
 * - date: it was said in the time that the question names, or up to `dateDaysAfter` days later.
 *
 * Few and round, so that they hold for other conversations; docs/retrieval.md has what each part brings, by `npm run bench:memory`.
 */
export const MESSAGE_WEIGHTS = {
  centre: 1,
  similarity: 1,
  words: 1,
  near: [0.6, 0.3],
  speaker: 0.4,
  date: 0.2,
  dateDaysAfter: 7,
  recency: 0.02,
  recencyDays: 30,
} as const;

export type MessageWeights = { [Name in keyof typeof MESSAGE_WEIGHTS]: Name extends 'near' ? readonly number[] : number };

/**
 * How the rank of a passage of knowledge adds up: `similarity × cosine + words × coverage`, as above. Neighbours are those of the same
 * text; nobody said it and no day counts. They count little: each window bears its title and headings itself, and more would make the
 * recall model quote what merely stands beside the answer.
 */
export const KNOWLEDGE_WEIGHTS: MessageWeights = { ...MESSAGE_WEIGHTS, near: [0.25], speaker: 0, date: 0, recency: 0 };

/**
 * What past talk must reach to stand in a prompt: about a third of the question's words, or a passage that is clearly about the same. Below it,
 * chance finds as much.
 */
export const LEAST_MESSAGE_SCORE = 0.4;

/**
 * How a memory's rank adds up:
 *
 * `similarity × cosine + lexical × coverage + importance × importance + recency × e^(−days / recencyDays) + pinned`
 *
 * Without a vector, `coverageAsSimilarity × coverage` stands for the cosine.
 *
 * - `lexical` is measured with the embedded encoder. On three long conversations of LoCoMo, one memory a turn and 383 questions, recall at
 *   5 / 10 / 20 is 28.9 / 40.9 / 54.7 % at 0, 41.7 / 54.2 / 66.3 at 0.1, 54.2 / 65.4 / 73.3 at 0.3, 59.4 / 67.7 / 76.4 at 0.5 and
 *   61.3 / 68.6 / 76.3 at 1. Of 30 paraphrased questions among 90 memories (`tests/memory-questions.ts`), 83 % are found in the first five and
 *   90 % in the first eight from 0 to 0.7, but fewer and fewer in the first place: 47 % at 0, 37 % at 0.5, 23 % at 0.6. Memories are told by
 *   fewer words than messages, which is why words count half as much here.
 * - `coverageAsSimilarity`: a memory that holds all words of the question lies about there among those that have a vector.
 * - `importance`, `recency` and `pinned` are smaller than the distance between neighbours in most rankings: they decide between near equals.
 */
export const MEMORY_WEIGHTS = {
  similarity: 1,
  lexical: 0.5,
  coverageAsSimilarity: 0.7,
  importance: 0.04,
  recency: 0.02,
  recencyDays: 30,
  pinned: 0.05,
} as const;
