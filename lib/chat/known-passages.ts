import { findKnowledgeFor, type FoundKnowledge } from '@/lib/knowledge/retrieval';
import type { PassageReference } from '@/lib/knowledge/schema';
import type { PromptPassage } from '@/lib/llm/prompt';
import type { RecalledPassage } from '@/lib/llm/recall/context';
import { quotePassage } from '@/lib/llm/recall/quote';
import type { LiveReply } from './live-replies';

/** Passages that may stand in a prompt. */
const SHOWN = 5;
/** As for past talk: about a third of the question's words, or clearly about the same. */
const LEAST_SCORE = 0.4;
const EXCERPT_LENGTH = 300;

/** What the agent's knowledge says that matters for a message, best first. */
export function findKnownPassages(live: LiveReply, embedding: number[] | null): Promise<FoundKnowledge[]> {
  return findKnowledgeFor(live.agent, live.question, { limit: SHOWN, embedding, leastScore: LEAST_SCORE });
}

const idOf = ({ knowledgeId, position }: FoundKnowledge) => `${knowledgeId}/${position}`;

/** For the prompt of a language model: the whole passage, with the headings above it. */
export function toPromptPassage(found: FoundKnowledge): PromptPassage {
  const { title, heading, content } = found;
  return { id: idOf(found), title: heading === '' ? title : `${title}, ${heading}`, content };
}

/** For the recall model, which quotes the part that was found. */
export function toRecalledPassage(found: FoundKnowledge): RecalledPassage {
  const { title, quote, similarity, coverage } = found;
  return { id: idOf(found), title, passage: quote, similarity, lexical: coverage };
}

function referenceOf({ knowledgeId, position, title, quote }: FoundKnowledge, number: number, cited: boolean): PassageReference {
  const excerpt = quote.replace(/\s+/g, ' ').trim();
  const shown = excerpt.length > EXCERPT_LENGTH ? `${excerpt.slice(0, EXCERPT_LENGTH).toWellFormed().trimEnd()} …` : excerpt;
  return { knowledgeId, position, title, excerpt: shown, number, cited };
}

/**
 * The passages behind a language model's reply: those that stood in its prompt, where they had their numbers, and whether the reply names
 * the number.
 *
 * @param usedIds ids of {@link toPromptPassage}, in the order of the prompt
 */
export function passagesBehind(reply: string, found: readonly FoundKnowledge[], usedIds: readonly string[]): PassageReference[] {
  const named = new Set([...reply.matchAll(/\[(\d{1,2}(?:\s*,\s*\d{1,2})*)\]/g)].flatMap((match) => match[1]!.split(',').map(Number)));
  return usedIds.flatMap((id, index) => {
    const passage = found.find((candidate) => idOf(candidate) === id);
    return passage ? [referenceOf(passage, index + 1, named.has(index + 1))] : [];
  });
}

/** The passages that the recall model quoted, in the order of its reply. */
export function passagesQuotedIn(reply: string, found: readonly FoundKnowledge[]): PassageReference[] {
  return found
    .map((passage) => ({ passage, place: reply.indexOf(quotePassage(toRecalledPassage(passage))) }))
    .filter(({ place }) => place >= 0)
    .sort((left, right) => left.place - right.place)
    .map(({ passage }, index) => referenceOf(passage, index + 1, true));
}
