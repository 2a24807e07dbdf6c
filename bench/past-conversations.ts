import type { OwnedAgent } from '@/lib/auth/principal';
import { pool } from '@/lib/platform/database';
import { newId, newNumericId } from '@/lib/platform/ids';
import { searchableText } from '@/lib/platform/text-search';
import type { LocomoFile } from './locomo';

/** Stores sessions as past conversations, and gives each turn's id by that of its message. */
export async function storeConversations(
  agent: OwnedAgent,
  { sessions, speakers }: Pick<LocomoFile, 'sessions' | 'speakers'>,
): Promise<Map<string, string>> {
  const turns = new Map<string, string>();
  for (const { at, turns: said } of sessions) {
    const conversationId = newNumericId();
    await pool().query(
      `insert into conversations (id, owner_id, agent_id, message_count, last_sequence, created_at, last_message_at) values ($1, $2, $3, $4, $4, $5, $5)`,
      [conversationId, agent.ownerId, agent.id, said.length, at],
    );
    const ids = said.map(() => newId());
    ids.forEach((id, index) => turns.set(id, said[index]!.id));
    await pool().query(
      `insert into messages (id, owner_id, agent_id, conversation_id, sequence, role, content, speaker, search, created_at, completed_at)
       select id, $1, $2, $3, sequence::int, role, content, speaker, to_tsvector('simple', folded), $4, $4
       from unnest($5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[]) with ordinality as given(id, role, content, speaker, folded, sequence)`,
      [
        agent.ownerId,
        agent.id,
        conversationId,
        at,
        ids,
        said.map(({ speaker }) => (speaker === speakers[0] ? 'user' : 'assistant')),
        said.map(({ text }) => text),
        said.map(({ speaker }) => speaker),
        said.map(({ text }) => searchableText(text)),
      ],
    );
  }
  return turns;
}
