// Conversations and finished exchanges as rows, for tests that are not about chatting itself.
import type { OwnedAgent } from '@/lib/auth/principal';
import { pool } from '@/lib/platform/database';
import { newId, newNumericId } from '@/lib/platform/ids';
import { searchableText } from '@/lib/platform/text-search';

/** An empty conversation. */
export async function createConversation(agent: OwnedAgent, title: string | null = null): Promise<bigint> {
  const id = newNumericId();
  await pool().query(`insert into conversations (id, owner_id, agent_id, title) values ($1, $2, $3, $4)`, [
    id,
    agent.ownerId,
    agent.id,
    title,
  ]);
  return id;
}

/** A message at the end of a conversation. An open reply gets a lease. */
export async function addMessage(
  agent: OwnedAgent,
  conversationId: bigint,
  message: { role: 'user' | 'assistant'; content: string; replyToId?: string; status?: string },
): Promise<string> {
  const id = newId();
  const status = message.status ?? 'completed';
  await pool().query(
    `with moved as (
       update conversations set last_sequence = last_sequence + 1, message_count = message_count + 1, last_message_at = clock_timestamp()
       where id = $4 returning last_sequence
     )
     insert into messages (id, owner_id, agent_id, conversation_id, sequence, role, content, reply_to_id, status, search, lease_expires_at, model)
     select $1, $2, $3, $4, last_sequence, $5::text, $6, $7, $8::text, to_tsvector('simple', $9),
            case when $8 in ('queued', 'processing') then now() + interval '30 seconds' end, case when $5 = 'assistant' then 'test-model' end
     from moved`,
    [
      id,
      agent.ownerId,
      agent.id,
      conversationId,
      message.role,
      message.content,
      message.replyToId ?? null,
      status,
      searchableText(message.content),
    ],
  );
  return id;
}

/** A finished exchange. */
export async function addExchange(agent: OwnedAgent, conversationId: bigint, question: string, answer = 'Noted.') {
  const userMessageId = await addMessage(agent, conversationId, { role: 'user', content: question });
  const replyId = await addMessage(agent, conversationId, { role: 'assistant', content: answer, replyToId: userMessageId });
  return { userMessageId, replyId };
}
