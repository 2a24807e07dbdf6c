import type { SimilarityThresholds } from '@/lib/llm/embedder/embedder';

export type RecalledMemory = {
  id: string;
  content: string;
  category: string;
  /** Cosine similarity to the message; null where either of the two has no embedding. */
  similarity: number | null;
  /** Share (0–1) of the message's telling words that the memory holds. */
  lexical: number;
  createdAt: Date;
};

export type RecalledPassage = {
  id: string;
  title: string;
  passage: string;
  similarity: number;
  /** Share (0–1) of the message's telling words in the passage and beside it. */
  lexical?: number;
};

/** Something said before. */
export type RecalledMessage = {
  passage: string;
  /** `you`, `I`, or a name. */
  speaker: string;
  saidAt: Date;
  /** The conversation's title. */
  title: string | null;
  similarity: number;
  /** Share (0–1) of the message's telling words in the passage and beside it. */
  lexical: number;
};

/** All that the recall model knows in a turn. Memories come without a floor on their similarity: the bands are drawn here. */
export type RecallContext = {
  userMessage: string;
  agentName: string;
  ownerName?: string;
  memories: readonly RecalledMemory[];
  knowledge: readonly RecalledPassage[];
  /** Best first. */
  pastMessages?: readonly RecalledMessage[];
  /** Of the embedder that the similarities come from. */
  thresholds: SimilarityThresholds;
  now: Date;
  /**
   * Whether what the message says will be learned from it, by whatever learns after the reply; null where that cannot be told now.
   * Asked for statements alone.
   */
  isLearned: () => Promise<boolean | null>;
  /** The one thing that this conversation asks the owner, and whether it did so already. */
  openQuestion?: { field: string; question: string; isAsked: boolean };
  /** Language the owner has set, as in `de` or `German`; null for none. */
  language: string | null;
};

/** How sure a stored text is to be what was asked for. */
export type Band = 'answer' | 'closest' | 'none';

const LEXICAL_ANSWER = 0.6;
const LEXICAL_CLOSEST = 0.3;

/** Words count beside the vector, so that names and numbers are found in every language. */
export function bandOf(item: { similarity: number | null; lexical?: number }, thresholds: SimilarityThresholds): Band {
  const similarity = item.similarity ?? 0;
  const lexical = item.lexical ?? 0;
  if (similarity >= thresholds.answer || lexical >= LEXICAL_ANSWER) return 'answer';
  if (similarity >= thresholds.closest || lexical >= LEXICAL_CLOSEST) return 'closest';
  return 'none';
}

/** Order of relevance: cosine with half the share of words on top, as retrieval ranks them. */
export function rank<Item extends { similarity: number | null; lexical?: number }>(items: readonly Item[]): Item[] {
  const score = (item: Item) => (item.similarity ?? 0) + 0.5 * (item.lexical ?? 0);
  return [...items].sort((left, right) => score(right) - score(left));
}
