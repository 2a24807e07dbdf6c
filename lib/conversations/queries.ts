import type { OwnedAgent, OwnedAgentId } from '@/lib/auth/principal';
import type { SummaryActor, SummaryMethod } from '@/lib/compaction/schema';
import type { PassageReference } from '@/lib/knowledge/schema';
import { pool, type Transaction } from '@/lib/platform/database';
import { containsPattern, foldedColumn, foldText, wordQuery, wordsOf } from '@/lib/platform/text-search';

export type ConversationRow = {
  id: bigint;
  agentId: bigint;
  title: string | null;
  messageCount: number;
  createdAt: Date;
  lastMessageAt: Date;
  openMessageId: string | null;
};

export type MessageRow = {
  id: string;
  sequence: number;
  conversationId: bigint;
  role: 'user' | 'assistant' | 'system';
  content: string;
  status: 'queued' | 'processing' | 'completed' | 'stopped' | 'error';
  toolCalls: unknown[] | null;
  replyToId: string | null;
  suggestedChips: string[] | null;
  error: string | null;
  errorCode: string | null;
  memoriesUsed: { id: string; content: string }[];
  knowledgeUsed: PassageReference[];
  model: string | null;
  provider: string | null;
  tier: string | null;
  finishReason: string | null;
  inputTokens: number;
  outputTokens: number;
  costMicroUsd: bigint;
  latencyMs: number | null;
  firstTokenMs: number | null;
  createdAt: Date;
  completedAt: Date | null;
};

const CONVERSATION_COLUMNS = `c.id, c.agent_id as "agentId", c.title, c.message_count as "messageCount", c.created_at as "createdAt",
  c.last_message_at as "lastMessageAt",
  (select o.id from messages o where o.conversation_id = c.id and o.status in ('queued', 'processing') order by o.sequence limit 1) as "openMessageId"`;

const MESSAGE_COLUMNS = `m.id, m.sequence, m.conversation_id as "conversationId", m.role, m.content, m.status, m.tool_calls as "toolCalls",
  m.reply_to_id as "replyToId", m.suggested_chips as "suggestedChips", m.error, m.error_code as "errorCode", m.memories_used as "memoriesUsed",
  m.knowledge_used as "knowledgeUsed",
  m.model, m.provider, m.tier, m.finish_reason as "finishReason", m.input_tokens as "inputTokens", m.output_tokens as "outputTokens",
  m.cost_micro_usd as "costMicroUsd", m.latency_ms as "latencyMs", m.first_token_ms as "firstTokenMs", m.created_at as "createdAt",
  m.completed_at as "completedAt"`;

type Page = { limit: number; offset: number };

/** One page of an agent's conversations, the most recently used first, and how many there are in all. */
export async function findConversations(agentId: OwnedAgentId, page: Page): Promise<{ rows: ConversationRow[]; total: number }> {
  const { rows } = await pool().query<ConversationRow & { total: number }>({
    name: 'conversations-list',
    text: `with page as (
             select ${CONVERSATION_COLUMNS} from conversations c where c.agent_id = $1
             order by c.last_message_at desc, c.id desc limit $2 offset $3
           )
           select page.*, (select count(*)::int from conversations where agent_id = $1) as total
           from (select 1) as one left join page on true order by page."lastMessageAt" desc, page.id desc`,
    values: [agentId, page.limit, page.offset],
  });
  return { rows: rows.filter((row) => row.id !== null), total: rows[0]?.total ?? 0 };
}

/** Some conversations of an agent by their ids. */
export async function findConversationsById(agentId: OwnedAgentId, ids: readonly bigint[]): Promise<ConversationRow[]> {
  const { rows } = await pool().query<ConversationRow>({
    name: 'conversations-read',
    text: `select ${CONVERSATION_COLUMNS} from conversations c where c.agent_id = $1 and c.id = any($2::int8[])`,
    values: [agentId, ids.map(String)],
  });
  return rows;
}

/** A summary of older messages, as its notice tells of it. */
export type NoticeRow = {
  id: string;
  /** The last message before the notice, by its sequence. */
  atSequence: number;
  messages: number;
  coveredTokens: number;
  tokens: number;
  method: SummaryMethod;
  actor: SummaryActor;
  content: string;
  /** ISO 8601. */
  createdAt: string;
};

export type MessagesState = { total: number; beforeSequence: number | null; notices: NoticeRow[] | null };

/** The state of a conversation for its message list; `undefined` when the agent has none of this id. */
export async function countMessages(
  agentId: OwnedAgentId,
  conversationId: bigint,
  beforeId: string | undefined,
): Promise<MessagesState | undefined> {
  const { rows } = await pool().query<MessagesState>({
    name: 'messages-count',
    text: `select (select count(*)::int from messages m where m.conversation_id = c.id and m.superseded_at is null) as total,
                  (select b.sequence from messages b where b.id = $3::uuid and b.conversation_id = c.id) as "beforeSequence",
                  (select json_agg(json_build_object('id', s.id, 'atSequence', s.at_sequence, 'messages', s.messages, 'coveredTokens', s.covered_tokens,
                            'tokens', s.tokens, 'method', s.method, 'actor', s.actor, 'content', s.content,
                            'createdAt', to_char(s.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by s.until_sequence)
                   from conversation_summaries s where s.conversation_id = c.id) as notices
           from conversations c where c.id = $2 and c.agent_id = $1`,
    values: [agentId, conversationId, beforeId ?? null],
  });
  return rows[0];
}

/** One page of a conversation counted from its end, in order. Messages that were replaced are left out. */
export async function findMessages(
  agentId: OwnedAgentId,
  conversationId: bigint,
  page: Page & { beforeSequence: number | null },
): Promise<MessageRow[]> {
  const { rows } = await pool().query<MessageRow>({
    name: 'messages-list',
    text: `select ${MESSAGE_COLUMNS} from messages m
           where m.conversation_id = $2 and m.agent_id = $1 and m.superseded_at is null and ($3::int is null or m.sequence < $3)
           order by m.sequence desc limit $4 offset $5`,
    values: [agentId, conversationId, page.beforeSequence, page.limit, page.offset],
  });
  return rows.reverse();
}

export type Found = { conversationId: bigint; messageId: string | null; text: string; createdAt: Date };

/** The shortest word that the index looks up as the beginning of one; shorter ones and other signs are looked for in the texts. */
const SHORTEST_PREFIX = 2;

/**
 * Conversations whose title or messages hold all words of `q`, with their newest message that does, the newest first.
 * What is no word (`:)`) or a single letter is found where it stands in the text.
 */
export async function searchConversations(agentId: OwnedAgentId, q: string, page: Page): Promise<Found[]> {
  const words = wordsOf(q);
  const isIndexed = words.length > 0 && words.every((word) => word.length >= SHORTEST_PREFIX);
  const condition = isIndexed ? `m.search @@ to_tsquery('simple', $3)` : `${foldedColumn('m.content')} like $3`;
  const { rows } = await pool().query<Found>({
    name: isIndexed ? 'conversations-search-words' : 'conversations-search-text',
    text: `with hits as (
             select distinct on (m.conversation_id) m.conversation_id, m.id, m.content, m.created_at
             from messages m where m.agent_id = $1 and m.superseded_at is null and m.role <> 'system' and ${condition}
             order by m.conversation_id, m.sequence desc
           )
           select c.id as "conversationId", h.id as "messageId", coalesce(h.content, c.title) as text,
                  coalesce(h.created_at, c.last_message_at) as "createdAt"
           from conversations c left join hits h on h.conversation_id = c.id
           where c.agent_id = $1 and (h.id is not null or ${foldedColumn('c.title')} like $2)
           order by "createdAt" desc, c.id desc limit $4 offset $5`,
    values: [
      agentId,
      containsPattern(foldText(q)),
      isIndexed ? wordQuery(q, { match: 'all', prefix: 'every' }) : containsPattern(foldText(q)),
      page.limit,
      page.offset,
    ],
  });
  return rows;
}

/** Gives a conversation another title. */
export async function renameConversation(
  agentId: OwnedAgentId,
  conversationId: bigint,
  title: string,
): Promise<ConversationRow | undefined> {
  const { rows } = await pool().query<ConversationRow>(
    `with renamed as (update conversations set title = $3 where id = $2 and agent_id = $1 returning *)
     select ${CONVERSATION_COLUMNS} from renamed c`,
    [agentId, conversationId, title],
  );
  return rows[0];
}

/**
 * Deletes a conversation with its messages. Replies that are being written lose their rows, which ends them; what they held of the
 * day's tokens counts as used, and what waiting ones held is free again.
 */
export async function removeConversation(tx: Transaction, agent: OwnedAgent, conversationId: bigint): Promise<boolean> {
  const { rowCount } = await tx.query(`select 1 from conversations where id = $2 and agent_id = $1 for update`, [agent.id, conversationId]);
  if (rowCount !== 1) return false;
  await tx.query(
    `with open as (
       select quota_day, reserved_tokens, status from messages
       where conversation_id = $2 and agent_id = $1 and status in ('queued', 'processing') for update
     ), held as (
       select quota_day, sum(reserved_tokens)::int as reserved,
              coalesce(sum(reserved_tokens) filter (where status = 'processing'), 0)::int as begun
       from open group by quota_day
     )
     update token_quotas q set reserved = q.reserved - h.reserved, used = q.used + h.begun
     from held h where q.agent_id = $1 and q.day = h.quota_day`,
    [agent.id, conversationId],
  );
  await tx.query(`delete from conversations where id = $2 and agent_id = $1`, [agent.id, conversationId]);
  return true;
}
