import { summarizeConversation } from '@/lib/compaction/jobs';
import type { PassageReference } from '@/lib/knowledge/schema';
import { extractMemories } from '@/lib/memories/jobs';
import { pool } from '@/lib/platform/database';
import { insertJobSql } from '@/lib/platform/jobs';
import { indexMessages } from '@/lib/retrieval/jobs';
import { COUNTED_COLUMNS, countCallsSql } from '@/lib/usage/calls';

/** One call of a model as it is stored. Costs in whole micro-dollars. */
export type StoredModelCall = {
  id: string;
  model: string;
  provider: string;
  input_tokens: number;
  output_tokens: number;
  cost_micro_usd: number;
  latency_ms: number;
  first_token_ms: number | null;
  finish_reason: string;
};

/** Everything that the end of a reply writes. */
export type FinishedReply = {
  replyId: string;
  leaseOwner: string;
  status: 'completed' | 'stopped' | 'error';
  content: string;
  search: string;
  toolCalls: unknown[] | null;
  suggestedChips: string[];
  memoriesUsed: { id: string; content: string }[];
  knowledgeUsed: PassageReference[];
  model: string | null;
  provider: string | null;
  tier: string | null;
  finishReason: string;
  inputTokens: number;
  outputTokens: number;
  costMicroUsd: number;
  latencyMs: number;
  firstTokenMs: number | null;
  errorCode: string | null;
  error: string | null;
  /** What counts against the day's quota; 0 where the embedded model answered. */
  countedTokens: number;
  calls: StoredModelCall[];
  /** What was kept of the prompt: JSON, and the texts beside it. */
  prompt: string | null;
  promptTexts: Buffer | null;
  /** Whether the conversation has grown so long that its older part should be summarised. */
  summarize: boolean;
};

/**
 * Ends a reply and settles everything that hangs on it, with the jobs that learn from it, make it searchable and sum up what came before, if it is still `leaseOwner`'s: one statement,
 * all or nothing. What the owner said before they stopped a reply is learned too; after a fault they ask again.
 *
 * @returns false when it was not: somebody else ended it, and nothing was written.
 */
export async function finishReply(reply: FinishedReply): Promise<boolean> {
  const { rows } = await pool().query<{ ended: boolean }>({
    name: 'chat-reply-finish',
    text: `with old as (
             select id, agent_id, owner_id, conversation_id, quota_day, reserved_tokens from messages
             where id = $1::uuid and status in ('queued', 'processing') and lease_owner = $2::text for update
           ), ended as (
             update messages m set status = $3::text, content = $4::text, search = to_tsvector('simple', $5::text), tool_calls = $6::jsonb,
               suggested_chips = $7::text[], memories_used = $8::jsonb, knowledge_used = $22::jsonb, model = $9::text, provider = $10::text, tier = $11::text,
               finish_reason = $12::text, input_tokens = $13::int, output_tokens = $14::int, cost_micro_usd = $15::int8,
               latency_ms = $16::int, first_token_ms = $17::int, error_code = $18::text, error = $19::text, reserved_tokens = 0,
               lease_owner = null, lease_expires_at = null, completed_at = now(), prompt = $23::jsonb, prompt_texts = $24::bytea
             from old where m.id = old.id
             returning m.id, m.status
           ), settled as (
             update token_quotas q set used = q.used + $20::int, reserved = q.reserved - old.reserved_tokens,
               cost_micro_usd = q.cost_micro_usd + $15::int8
             from old join ended on true where q.agent_id = old.agent_id and q.day = old.quota_day
             returning 1
           ), grown as (
             update agent_growth g set total_tokens = g.total_tokens + $13::int + $14::int, total_cost_micro_usd = g.total_cost_micro_usd + $15::int8
             from old left join settled on true where g.agent_id = old.agent_id
           ), called as (
             insert into model_calls (id, owner_id, agent_id, message_id, call_type, model, provider, input_tokens, output_tokens,
                                      cost_micro_usd, latency_ms, first_token_ms, finish_reason)
             select c.id, old.owner_id, old.agent_id, old.id, 'chat', c.model, c.provider, c.input_tokens, c.output_tokens,
                    c.cost_micro_usd, c.latency_ms, c.first_token_ms, c.finish_reason
             from old, jsonb_to_recordset($21::jsonb) as c(id uuid, model text, provider text, input_tokens int, output_tokens int,
               cost_micro_usd int8, latency_ms int, first_token_ms int, finish_reason text)
             returning ${COUNTED_COLUMNS}
           ), counted as (
             ${countCallsSql('called')}
           ), learned as (
             ${insertJobSql(extractMemories, 'ended', `jsonb_build_object('replyId', ended.id)`)} where ended.status <> 'error'
           ), indexed as (
             ${insertJobSql(indexMessages, 'old join ended on true', `jsonb_build_object('agentId', old.agent_id::text)`)}
           ), summarized as (
             ${insertJobSql(summarizeConversation, 'old join ended on true', `jsonb_build_object('agentId', old.agent_id::text, 'conversationId', old.conversation_id::text)`)}
             where $25::bool and ended.status <> 'error'
           )
           select exists (select 1 from ended) as ended`,
    values: [
      reply.replyId,
      reply.leaseOwner,
      reply.status,
      reply.content,
      reply.search,
      reply.toolCalls && JSON.stringify(reply.toolCalls),
      reply.suggestedChips,
      JSON.stringify(reply.memoriesUsed),
      reply.model,
      reply.provider,
      reply.tier,
      reply.finishReason,
      reply.inputTokens,
      reply.outputTokens,
      reply.costMicroUsd,
      reply.latencyMs,
      reply.firstTokenMs,
      reply.errorCode,
      reply.error,
      reply.countedTokens,
      JSON.stringify(reply.calls),
      JSON.stringify(reply.knowledgeUsed),
      reply.prompt,
      reply.promptTexts,
      reply.summarize,
    ],
  });
  return rows[0]?.ended ?? false;
}

/** Up to 200 open replies whose lease ran out, with what had been stored of their text. That is how a process that died is noticed. */
export async function findDeadReplies(): Promise<{ id: string; content: string }[]> {
  const { rows } = await pool().query<{ id: string; content: string }>({
    name: 'chat-replies-dead',
    text: `select id, content from messages where status in ('queued', 'processing') and lease_expires_at < now()
           order by lease_expires_at limit 200`,
  });
  return rows;
}

/**
 * Ends those of `replies` whose lease is still over, and releases their reservations. What had been stored of their text stays, and is
 * found by its words.
 *
 * @returns how many were ended.
 */
export async function endDeadReplies(
  replies: readonly { id: string; search: string }[],
  errorCode: string,
  error: string,
): Promise<number> {
  const { rows } = await pool().query<{ ended: number }>({
    name: 'chat-replies-sweep',
    text: `with dead as (
             select id, agent_id, quota_day, reserved_tokens from messages
             where id = any($3::uuid[]) and status in ('queued', 'processing') and lease_expires_at < now()
             order by id for update skip locked
           ), ended as (
             update messages m set status = 'error', error_code = $1::text, error = $2::text, finish_reason = 'error', reserved_tokens = 0,
               search = to_tsvector('simple', words.search), lease_owner = null, lease_expires_at = null, completed_at = now()
             from dead join unnest($3::uuid[], $4::text[]) as words(id, search) on words.id = dead.id where m.id = dead.id
             returning 1
           ), freed as (
             update token_quotas q set reserved = q.reserved - held.tokens
             from (select agent_id, quota_day, sum(reserved_tokens)::int as tokens from dead group by agent_id, quota_day) held
             where q.agent_id = held.agent_id and q.day = held.quota_day
           )
           select count(*)::int as ended from ended`,
    values: [errorCode, error, replies.map(({ id }) => id), replies.map(({ search }) => search)],
  });
  return rows[0]?.ended ?? 0;
}
