import type { OwnedAgent } from '@/lib/auth/principal';
import type { HistoryToolCall } from '@/lib/llm/prompt-history';
import { pool } from '@/lib/platform/database';

/** Messages of a conversation that are looked at for a prompt; how many fit is decided by tokens. */
export const HISTORY_LIMIT = 60;

/** Memories that count for the phase; more add nothing to it, see `effectiveInteractions`. */
const COUNTED_MEMORIES = 16;

export type TurnContext = {
  name: string;
  description: string;
  humorStyle: string | null;
  preferredLanguage: string | null;
  premiumModel: string | null;
  personaTemplate: string | null;
  personalContext: string | null;
  interests: string[];
  onboarding: Record<string, unknown>;
  /** Whether there is something that the agent would like to know of its owner. */
  hasGaps: boolean;
  soul: string | null;
  userMessages: number;
  userCharacters: number;
  conversations: number;
  /** Active memories, counted up to 16. */
  memories: number;
  /** What stands for the messages before `history`. */
  summary: { id: string; content: string } | null;
  history: { sequence: number; role: 'user' | 'assistant'; content: string; toolCalls: HistoryToolCall[] | null }[];
};

/** All that a turn needs of its agent and conversation, in one statement. The history ends with the message of `untilSequence`. */
export async function readTurnContext(agent: OwnedAgent, conversationId: bigint, untilSequence: number): Promise<TurnContext | undefined> {
  const { rows } = await pool().query<TurnContext>({
    name: 'chat-turn-context',
    text: `select a.name, a.description, a.humor_style as "humorStyle", a.preferred_language as "preferredLanguage",
                  a.premium_model as "premiumModel", a.persona_template as "personaTemplate", a.personal_context as "personalContext",
                  a.interests, a.onboarding, s.content as soul,
                  exists (select 1 from knowledge_gaps k where k.agent_id = a.id and k.resolved_at is null) as "hasGaps",
                  coalesce(g.user_messages, 0) as "userMessages", coalesce(g.user_characters, 0)::int as "userCharacters",
                  coalesce(g.conversations, 0) as conversations,
                  (select count(*)::int from (select 1 from memories m where m.agent_id = a.id and m.status = 'active' limit ${COUNTED_MEMORIES}) counted) as memories,
                  case when u.id is not null then json_build_object('id', u.id, 'content', u.content) end as summary,
                  (select coalesce(json_agg(json_build_object('sequence', h.sequence, 'role', h.role, 'content', h.content, 'toolCalls', h.tool_calls) order by h.sequence), '[]')
                   from (select role, content, tool_calls, sequence from messages
                         where conversation_id = $2::int8 and agent_id = a.id and sequence <= $3::int and superseded_at is null
                           and sequence > coalesce(u.until_sequence, 0)
                           and role in ('user', 'assistant') and status in ('completed', 'stopped')
                         order by sequence desc limit ${HISTORY_LIMIT}) h) as history
           from agents a left join souls s on s.agent_id = a.id left join agent_growth g on g.agent_id = a.id
           left join lateral (select id, until_sequence, content from conversation_summaries
                              where conversation_id = $2::int8 and agent_id = a.id and until_sequence < $3::int
                              order by until_sequence desc limit 1) u on true
           where a.id = $1::int8`,
    values: [agent.id, conversationId, untilSequence],
  });
  return rows[0];
}
