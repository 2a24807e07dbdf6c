import type { OwnedAgent } from '@/lib/auth/principal';
import type { PromptQuestion } from '@/lib/llm/prompt';
import { isRefusal } from '@/lib/platform/errors';
import { contentWords, foldText } from '@/lib/platform/text-search';
import { findOpenGaps, findRaisedGap, isAsked, raiseGap } from './gap-queries';
import { questionOf } from './profile';
import type { GapField } from './schema';
import { confirmKnowledge } from './service';

/** What a conversation asks the owner, at most one thing for as long as it lasts; undefined when that is answered or nothing is open. */
export async function raiseQuestion(agent: OwnedAgent, conversationId: bigint): Promise<PromptQuestion | undefined> {
  const gap = await raiseGap(agent, conversationId);
  if (!gap) return undefined;
  // A guess came from pages of others: it stands beside the question, fenced, and not in it.
  return { field: gap.field, question: questionOf(gap.field, null), ...(gap.inferredValue ? { guess: gap.inferredValue } : {}) };
}

export type PlainQuestion = { field: GapField; question: string; isAsked: boolean };

/**
 * The same for an agent without a language model, which asks in these very words, and needs to know whether a reply of the conversation has
 * them already. A guess is left out: it came from others, and what stands in a reply is read again as the agent's own.
 */
export async function raisePlainQuestion(agent: OwnedAgent, conversationId: bigint): Promise<PlainQuestion | undefined> {
  const gap = await raiseGap(agent, conversationId);
  if (!gap) return undefined;
  const question = questionOf(gap.field, null);
  return { field: gap.field, question, isAsked: await isAsked(agent, conversationId, question) };
}

export type SaidInTalk = { id: string; conversationId: bigint; content: string };

/**
 * Keeps an answer for a model that says it heard one. The words must be the owner's own, in the message that is being answered, or a yes
 * to what this conversation had asked about: what a page or a memory says is never confirmed by itself.
 */
export async function confirmInTalk(agent: OwnedAgent, { field, value }: { field: GapField; value: string }, said: SaidInTalk) {
  const gap = (await findOpenGaps(agent)).find((open) => open.field === field);
  if (!gap) return { ok: false, reason: 'There is no open question about this.' };
  const raised = await findRaisedGap(agent, said.conversationId);
  const isYes =
    raised?.field === field && gap.inferredValue !== null && foldText(gap.inferredValue) === foldText(value) && isAssent(said.content);
  if (!isYes && !isSaid(value, said.content)) return { ok: false, reason: 'Your owner has not said this in their last message.' };
  const confirmed = await confirmKnowledge(agent, { field, confirmedValue: value }, { actor: 'agent', sourceMessageId: said.id });
  if (isRefusal(confirmed)) return { ok: false, reason: confirmed.error.message };
  return { ok: true, field, value };
}

/** Whether at least half of what a value says stands in a message. */
function isSaid(value: string, message: string): boolean {
  const words = contentWords(value);
  const spoken = new Set(contentWords(message));
  const found = words.filter((word) => spoken.has(word)).length;
  return words.length > 0 && found * 2 >= words.length;
}

const ASSENT =
  /^\W*(?:yes|yeah|yep|yup|right|correct|exactly|true|indeed|sure|that is right|that's right|sim|isso|certo|exato|ndiyo|ndio|naam|sawa|kweli)\b/i;

const isAssent = (message: string) => ASSENT.test(message);
