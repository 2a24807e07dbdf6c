import type { OwnedAgent } from '@/lib/auth/principal';
import { embedder } from '@/lib/llm/runtime';
import { DAY_MS, now as currentTime } from '@/lib/platform/clock';
import { aimQuestion } from './centre';
import { PLACES_A_MESSAGE, passageAt } from './passages';
import { readPassages, searchPassages } from './queries';
import { readQuestion, type Question } from './question';
import { scorePassages, type ScoredPassage } from './scoring';
import { MESSAGE_WEIGHTS, type MessageWeights } from './weights';

export type FoundMessage = {
  messageId: string;
  conversationId: bigint;
  /** The conversation's title. */
  title: string | null;
  role: 'user' | 'assistant';
  /** A name, where it was neither the owner nor the agent. */
  speaker: string | null;
  saidAt: Date;
  /** The part of the message that was found, at most 80 words, and which part it is, from 0. */
  passage: string;
  part: number;
  /** Cosine with what the question is about, −1 to 1. */
  similarity: number;
  /** Share of the question's words in the passage and near it, 0–1. */
  coverage: number;
  score: number;
};

export type FindOptions = {
  /** How many messages at most. */
  limit: number;
  /** The vector of the question: `number[512]`, unit length; null when it has none. */
  embedding: number[] | null;
  /** When the question is asked; "last June" depends on it. */
  now?: Date;
  /** Messages that the reader sees anyway: those of a conversation from a sequence on. */
  seen?: { conversationId: bigint; fromSequence: number };
  /** What a message must reach to be read at all. */
  leastScore?: number;
  /** For measuring: other weights. */
  weights?: MessageWeights;
};

/** Looked at beyond the wanted ones: two parts may be of one message, and a message may be gone. */
const SPARE = 8;

/** Messages of all past conversations of an agent that matter for a question, best first. Exact: every passage is compared. */
export async function findPastMessages(agent: OwnedAgent, text: string, options: FindOptions): Promise<FoundMessage[]> {
  const { limit, now = currentTime(), seen, leastScore = -Infinity, weights = MESSAGE_WEIGHTS } = options;
  const question = readQuestion(text, now);
  const embedderId = embedder().id;
  const aimed = options.embedding && aimQuestion(options.embedding, embedderId, weights.centre);
  const searched = await searchPassages(agent.id, embedderId, aimed, { ...question, period: periodOfTalk(question, weights) });
  const ranked = scorePassages(searched, question, {
    limit: limit + SPARE,
    now,
    weights,
    ...(seen && { isLeftOut: (id, place) => id === seen.conversationId && place >= seen.fromSequence * PLACES_A_MESSAGE }),
  });
  const scored = ranked.filter(({ score }) => score >= leastScore);
  if (scored.length === 0) return [];
  const found = await readFound(agent, scored);
  return found.slice(0, limit);
}

/** When people speak of a time: while it lasts, and soon after. */
function periodOfTalk({ period }: Question, weights: MessageWeights): Question['period'] {
  return period && { from: period.from, to: new Date(period.to.getTime() + weights.dateDaysAfter * DAY_MS) };
}

async function readFound(agent: OwnedAgent, scored: readonly ScoredPassage[]): Promise<FoundMessage[]> {
  const rows = await readPassages(agent.id, scored);
  const seen = new Set<string>();
  return rows.flatMap((row): FoundMessage[] => {
    const passage = scored[row.position];
    // Of a long message the best part stands for it.
    if (!passage || seen.has(row.messageId)) return [];
    seen.add(row.messageId);
    return [
      {
        messageId: row.messageId,
        conversationId: row.conversationId,
        title: row.title,
        role: row.role,
        speaker: row.speaker,
        saidAt: row.saidAt,
        passage: passageAt(row.content, row.place % PLACES_A_MESSAGE),
        part: row.place % PLACES_A_MESSAGE,
        similarity: passage.similarity,
        coverage: passage.coverage,
        score: passage.score,
      },
    ];
  });
}
