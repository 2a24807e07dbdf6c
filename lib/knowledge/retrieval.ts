import type { OwnedAgent } from '@/lib/auth/principal';
import { embedder } from '@/lib/llm/runtime';
import { now } from '@/lib/platform/clock';
import { contentWords } from '@/lib/platform/text-search';
import { aimQuestion } from '@/lib/retrieval/centre';
import { scorePassages } from '@/lib/retrieval/scoring';
import { KNOWLEDGE_WEIGHTS } from '@/lib/retrieval/weights';
import { otherForms } from '@/lib/retrieval/word-forms';
import { readWindows, searchWindows } from './queries';

export type FoundKnowledge = {
  knowledgeId: string;
  /** The passage's place in its text. */
  position: number;
  title: string;
  heading: string;
  /** The whole passage. */
  content: string;
  /** The part of it that was found, at most 80 words. */
  quote: string;
  /** Cosine with what the question is about, −1 to 1. */
  similarity: number;
  /** Share of the question's words in the part and near it, 0–1. */
  coverage: number;
  score: number;
};

export type FindKnowledgeOptions = {
  /** How many passages at most. */
  limit: number;
  /** The vector of the question: `number[512]`, unit length; null when it has none. */
  embedding: number[] | null;
  /** What a passage must reach to be read at all. */
  leastScore?: number;
};

/** Looked at beyond the wanted ones, because several parts may be of one passage. */
const PARTS_A_PASSAGE = 3;

/** Passages of an agent's knowledge that matter for a question, best first. Exact: everything is compared. */
export async function findKnowledgeFor(
  agent: OwnedAgent,
  text: string,
  { limit, embedding, leastScore = -Infinity }: FindKnowledgeOptions,
): Promise<FoundKnowledge[]> {
  const { id } = embedder();
  const words = contentWords(text);
  const aimed = embedding && aimQuestion(embedding, id, KNOWLEDGE_WEIGHTS.centre);
  const { knowledgeIds, ...searched } = await searchWindows(agent.id, id, aimed, { words, forms: otherForms(text, words) });
  const options = { limit: PARTS_A_PASSAGE * limit, now: now(), weights: KNOWLEDGE_WEIGHTS };
  const scored = scorePassages(searched, { speakers: [] }, options)
    .filter(({ score }) => score >= leastScore)
    .map(({ conversationId, ...window }) => ({ ...window, knowledgeId: knowledgeIds[Number(conversationId)] ?? '' }));
  if (scored.length === 0) return [];
  const rows = new Map((await readWindows(agent.id, scored)).map((row) => [`${row.knowledgeId}/${row.place}`, row]));
  const found = new Map<string, FoundKnowledge>();
  for (const { knowledgeId, place, similarity, coverage, score } of scored) {
    const row = rows.get(`${knowledgeId}/${place}`);
    // Of a passage the best part stands for it.
    if (!row || found.has(`${knowledgeId}/${row.position}`)) continue;
    const { position, title, heading, content, start, end } = row;
    const quote = content.slice(start, end);
    found.set(`${knowledgeId}/${position}`, { knowledgeId, position, title, heading, content, quote, similarity, coverage, score });
  }
  return [...found.values()].slice(0, limit);
}
