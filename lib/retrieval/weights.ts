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
 * text; nobody said it and no day counts.
 */
export const KNOWLEDGE_WEIGHTS: MessageWeights = { ...MESSAGE_WEIGHTS, speaker: 0, date: 0, recency: 0 };
