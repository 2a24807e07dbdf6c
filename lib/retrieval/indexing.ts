import type { OwnedAgent } from '@/lib/auth/principal';
import { embedder } from '@/lib/llm/runtime';
import { containsSecret } from '@/lib/memories/secrets';
import { searchableText } from '@/lib/platform/text-search';
import { passagesOf, speakerKey } from './passages';
import { findUnindexed, type NewPassage, removeReplaced, storePassages, type UnindexedMessage } from './queries';

const MESSAGES_A_BATCH = 64;

/**
 * Makes the findable messages of an agent searchable that are not: those of `since` or later.
 *
 * @throws EmbedderError when the embedder cannot answer
 */
export async function indexMissing(agent: OwnedAgent, since: Date): Promise<void> {
  await removeReplaced(agent.id, since);
  const { id } = embedder();
  for (;;) {
    const messages = await findUnindexed(agent.id, id, since, MESSAGES_A_BATCH);
    if (messages.length === 0) return;
    const passages = messages.flatMap(cut);
    const vectors = await embedder().embed(passages.map(({ text }) => text ?? ''));
    const stored = await storePassages(
      agent,
      id,
      passages.map(({ text: _, ...passage }, index) => ({ ...passage, embedding: vectorText(vectors[index]) })),
    );
    // None stored: all of them were replaced or deleted meanwhile.
    if (stored === 0) return;
  }
}

const vectorText = (vector: readonly number[] | null | undefined) => (vector ? `[${vector.join(',')}]` : null);

/** A message's passages with the text to embed. One that holds a secret, or no word, is kept out of every search. */
function cut(message: UnindexedMessage): (Omit<NewPassage, 'embedding'> & { text: string | null })[] {
  const common = { messageId: message.id, speaker: speakerKey(message.role, message.speaker) };
  const parts = containsSecret(message.content) ? [] : passagesOf(message.content);
  if (parts.length === 0) return [{ ...common, part: 0, words: null, text: null }];
  return parts.map((text, part) => ({
    ...common,
    part,
    words: searchableText(text),
    text: message.speaker === null ? text : `${message.speaker}: ${text}`,
  }));
}
