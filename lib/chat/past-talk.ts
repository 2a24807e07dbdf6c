import type { PromptPastMessage } from '@/lib/llm/prompt';
import type { RecalledMessage } from '@/lib/llm/recall/context';
import { findPastMessages, type FoundMessage } from '@/lib/retrieval/past-messages';
import { LEAST_MESSAGE_SCORE } from '@/lib/retrieval/weights';
import type { LiveReply } from './live-replies';

/** Past messages that may stand in a prompt. */
const SHOWN = 8;
/** Found beyond those shown, because some only ask. */
const SPARE = 8;
/** Messages before the one that is answered that stand in every prompt. */
const NEWEST_KEPT = 12;

/** What was said before that matters for a message, best first: of all conversations, without what the prompt holds anyway. */
export async function findPastTalk(live: LiveReply, embedding: number[] | null): Promise<FoundMessage[]> {
  const found = await findPastMessages(live.agent, live.question, {
    limit: SHOWN + SPARE,
    embedding,
    leastScore: LEAST_MESSAGE_SCORE,
    seen: { conversationId: live.feed.conversationId, fromSequence: live.userSequence - NEWEST_KEPT },
  });
  return found.filter((message) => !onlyAsks(message)).slice(0, SHOWN);
}

/** A question of the owner finds itself when it is asked again; what answered it stands beside it. */
function onlyAsks({ role, passage }: FoundMessage): boolean {
  return role === 'user' && /^[^.!?]*\?\s*$/u.test(passage);
}

type Said = Pick<FoundMessage, 'messageId' | 'role' | 'speaker' | 'saidAt' | 'passage'>;

const speakerOf = ({ role, speaker }: Said) => speaker ?? (role === 'user' ? 'owner' : 'you');

/** For the prompt of a language model. */
export function toPromptMessage(message: Said): PromptPastMessage {
  return { id: message.messageId, speaker: speakerOf(message), saidAt: message.saidAt, content: message.passage };
}

/** For the recall model, which quotes it. */
export function toRecalledMessage(message: FoundMessage): RecalledMessage {
  const { passage, title, saidAt, similarity, coverage, role, speaker } = message;
  return { passage, title, saidAt, similarity, lexical: coverage, speaker: speaker ?? (role === 'user' ? 'you' : 'I') };
}
