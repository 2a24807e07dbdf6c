import { DAY_MS } from '@/lib/platform/clock';
import type { Question } from './question';
import { MESSAGE_WEIGHTS, type MessageWeights } from './weights';

/** The passages of one conversation, in order. */
export type SearchedConversation = {
  conversationId: bigint;
  places: Int32Array;
  /** Cosine with the question, 0 where a passage has no vector. */
  similarities: Float32Array;
  /** Which of the speakers that the question may mean said it, counted from 1; 0 for anybody else. */
  speakers: Uint8Array;
  /** 1 where it was said in the time that the question names. */
  dated: Uint8Array;
  lastSaidAt: Date;
};

/** Passages of one conversation that hold a word of the question. */
export type WordHits = { conversationId: bigint; word: string; places: Int32Array };

export type SearchedPassages = {
  conversations: readonly SearchedConversation[];
  hits: readonly WordHits[];
  /** The words that were looked for: of the question's words those that are no stop words, one of each stem. */
  words: readonly string[];
};

export type ScoredPassage = {
  conversationId: bigint;
  place: number;
  /** Cosine of the passage with what the question is about, −1 to 1. */
  similarity: number;
  /** Share of the question's words in the passage and near it, 0–1, rare words counting more. */
  coverage: number;
  score: number;
};

/**
 * Ranks the passages of all conversations of an agent by {@link MESSAGE_WEIGHTS}, best first.
 *
 * @param isLeftOut passages that are not wanted; they still count as neighbours
 */
export function scorePassages(
  { conversations, hits, words }: SearchedPassages,
  { speakers: askedSpeakers }: Pick<Question, 'speakers'>,
  options: { limit: number; now: Date; isLeftOut?: (conversationId: bigint, place: number) => boolean; weights?: MessageWeights },
): ScoredPassage[] {
  const { limit, now, isLeftOut, weights = MESSAGE_WEIGHTS } = options;
  const meant = [...new Set(conversations.flatMap(({ speakers }) => [...new Set(speakers)]))].filter((speaker) => speaker > 0);
  const names = new Set(meant.map((speaker) => askedSpeakers[speaker - 1]));
  const sought = words.filter((word) => !names.has(word));
  const coverage = coverWords(conversations, hits, sought, weights);
  const best = keepBest(limit);
  for (const conversation of conversations) {
    const { conversationId, places, similarities, speakers, dated, lastSaidAt } = conversation;
    const covered = coverage.get(conversationId);
    const days = Math.max(0, now.getTime() - lastSaidAt.getTime()) / DAY_MS;
    const recency = weights.recency * Math.exp(-days / weights.recencyDays);
    for (let index = 0; index < places.length; index += 1) {
      const place = places[index]!;
      const similarity = similarities[index]!;
      const share = covered?.[index] ?? 0;
      let score = weights.similarity * similarity + weights.words * share + weights.date * dated[index]! + recency;
      // Where two are named, either may have said it.
      if (meant.length === 1 && speakers[index] === meant[0]) score += weights.speaker;
      if (best.isWorth(score) && !isLeftOut?.(conversationId, place))
        best.add({ conversationId, place, similarity, coverage: share, score });
    }
  }
  return best.list();
}

/** For each conversation the share of the words, by rarity, that stands in or near each of its passages. */
function coverWords(
  conversations: readonly SearchedConversation[],
  hits: readonly WordHits[],
  words: readonly string[],
  { near }: MessageWeights,
): Map<bigint, Float64Array> {
  const passages = conversations.reduce((sum, { places }) => sum + places.length, 0);
  const rarity = new Map(words.map((word) => [word, 0]));
  for (const { word, places } of hits) if (rarity.has(word)) rarity.set(word, (rarity.get(word) ?? 0) + places.length);
  let total = 0;
  for (const [word, count] of rarity) {
    const weight = Math.log(1 + (passages - count + 0.5) / (count + 0.5));
    rarity.set(word, weight);
    total += weight;
  }
  const byId = new Map(conversations.map((conversation) => [conversation.conversationId, conversation]));
  const coverage = new Map<bigint, Float64Array>();
  for (const { conversationId, word, places } of hits) {
    const weight = (rarity.get(word) ?? 0) / total;
    const conversation = byId.get(conversationId);
    if (!conversation || !(weight > 0)) continue;
    const length = conversation.places.length;
    const shares = coverage.get(conversationId) ?? new Float64Array(length);
    coverage.set(conversationId, shares);
    const reach = new Float64Array(length);
    for (const place of places) {
      const index = indexOfPlace(conversation.places, place);
      if (index < 0) continue;
      raise(reach, index, 1);
      near.forEach((share, distance) => {
        raise(reach, index - distance - 1, share);
        raise(reach, index + distance + 1, share);
      });
    }
    for (let index = 0; index < length; index += 1) shares[index]! += weight * reach[index]!;
  }
  return coverage;
}

function raise(reach: Float64Array, index: number, share: number): void {
  if (index >= 0 && index < reach.length && reach[index]! < share) reach[index] = share;
}

/** Places rise, so a search by halves finds them. */
function indexOfPlace(places: Int32Array, place: number): number {
  let low = 0;
  let high = places.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = places[middle]!;
    if (found === place) return middle;
    if (found < place) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Keeps the passages of the highest scores, of equal ones the earlier. */
function keepBest(limit: number) {
  const kept: ScoredPassage[] = [];
  return {
    isWorth: (score: number) => kept.length < limit || score > kept[kept.length - 1]!.score,
    add: (passage: ScoredPassage) => {
      let index = kept.length;
      while (index > 0 && kept[index - 1]!.score < passage.score) index -= 1;
      kept.splice(index, 0, passage);
      if (kept.length > limit) kept.pop();
    },
    list: () => kept,
  };
}
