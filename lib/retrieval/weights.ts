/**
 * How the rank of a past message adds up:
 *
 * `similarity × cosine + words × coverage + speaker + date + recency × e^(−days / recencyDays)`
 *
 * - cosine of the passage with the question, from which `centre` times the centre of all questions was taken (`centre.ts`);
 * - coverage: the share, by rarity, of the question's words that stand in the passage or near it. A word counts once, by the nearest place:
 *   in full in the passage itself, by `near[0]` in the passage before or after it, by `near[1]` in the one beyond;
 * - speaker: who the question names, the only one, said it;
 * - date: it was said in the time that the question names, or up to `dateDaysAfter` days later;
 * - timeWord: the question asks when, and the passage names a time: a second look, at the first `secondLook` times as many as are wanted.
 *
 * All are measured by `npm run bench:memory`, on conversations that did not set them; docs/retrieval.md has the figures of each part.
 */
export const MESSAGE_WEIGHTS = {
  centre: 1,
  similarity: 1,
  words: 1,
  near: [0.6, 0.3],
  speaker: 0.4,
  date: 0.2,
  dateDaysAfter: 7,
  timeWord: 0.1,
  secondLook: 2,
  recency: 0.02,
  recencyDays: 30,
} as const;

export type MessageWeights = { [Name in keyof typeof MESSAGE_WEIGHTS]: Name extends 'near' ? readonly number[] : number };
