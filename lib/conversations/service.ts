import type { OwnedAgent } from '@/lib/auth/principal';
import { findMemoriesOfMessages } from '@/lib/memories/queries';
import { transaction } from '@/lib/platform/database';
import { refuse, type Refusal } from '@/lib/platform/errors';
import { excerptOf } from './excerpt';
import { placeNotices, presentConversation, presentMessage } from './present';
import {
  countMessages,
  findConversations,
  findConversationsById,
  findMessages,
  removeConversation,
  renameConversation,
  searchConversations as findMatches,
  type MessageRow,
} from './queries';
import type { ConversationWire, MessageWire } from './schema';

type Page = { limit: number; offset: number };

const notFound = () => refuse('NOT_FOUND', 'Conversation not found');

/** An agent's conversations, the most recently used first. */
export async function listConversations(agent: OwnedAgent, page: Page) {
  const { rows, total } = await findConversations(agent.id, page);
  return { conversations: rows.map(presentConversation), limit: page.limit, offset: page.offset, total };
}

/** Conversations that hold all words of `q`, with the newest place where they do. Case and accents make no difference. */
export async function searchConversations(agent: OwnedAgent, { q, ...page }: Page & { q: string }) {
  const found = await findMatches(agent.id, q, page);
  const conversations = new Map(
    (
      await findConversationsById(
        agent.id,
        found.map(({ conversationId }) => conversationId),
      )
    ).map((row) => [row.id, row]),
  );
  const results = found.flatMap((match) => {
    const conversation = conversations.get(match.conversationId);
    if (!conversation) return [];
    const excerpt = excerptOf(match.text, q);
    return [
      { conversation: presentConversation(conversation), messageId: match.messageId, excerpt, createdAt: match.createdAt.toISOString() },
    ];
  });
  return { results, limit: page.limit, offset: page.offset };
}

/** Gives a conversation a title that no later message changes. */
export async function renameTo(
  agent: OwnedAgent,
  conversationId: bigint,
  title: string,
): Promise<{ success: true; conversation: ConversationWire } | Refusal> {
  const row = await renameConversation(agent.id, conversationId, title);
  return row ? { success: true, conversation: presentConversation(row) } : notFound();
}

/** Deletes a conversation with its messages, and ends replies that are being written. What was learned from it stays. */
export async function deleteConversation(agent: OwnedAgent, conversationId: bigint): Promise<{ success: true } | Refusal> {
  const removed = await transaction((tx) => removeConversation(tx, agent, conversationId));
  return removed ? { success: true } : notFound();
}

/** Messages of a conversation: the newest page first, in order inside a page. `before` is a message that the page ends ahead of. */
export async function listMessages(agent: OwnedAgent, query: Page & { conversationId: bigint; before?: string }) {
  const { conversationId, before, limit, offset } = query;
  const state = await countMessages(agent.id, conversationId, before);
  if (!state) return notFound();
  if (before !== undefined && state.beforeSequence === null) return refuse('BAD_REQUEST', 'before: is no message of this conversation');
  const rows = await findMessages(agent.id, conversationId, { limit, offset, beforeSequence: state.beforeSequence });
  const messages = placeNotices(await presentMessages(agent, rows), rows, state.notices ?? [], before === undefined && offset === 0);
  return { messages, conversationId: Number(conversationId), limit, offset, total: state.total };
}

/** Messages with what was learned from the exchange of each reply. */
export async function presentMessages(agent: OwnedAgent, rows: readonly MessageRow[]): Promise<MessageWire[]> {
  const answered = rows.flatMap(({ role, replyToId }) => (role === 'assistant' && replyToId !== null ? [replyToId] : []));
  const saved = new Map<string, { id: string; content: string }[]>();
  for (const { messageId, ...memory } of await findMemoriesOfMessages(agent.id, answered)) {
    saved.set(messageId, [...(saved.get(messageId) ?? []), memory]);
  }
  return rows.map((row) => presentMessage(row, row.role === 'assistant' && row.replyToId !== null ? saved.get(row.replyToId) : undefined));
}
