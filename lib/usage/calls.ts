import type { OwnedAgent } from '@/lib/auth/principal';
import type { ModelCallRecord } from '@/lib/llm/reply-types';
import { pool } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import type { CallType } from './schema';

/** What an insert into `model_calls` returns for {@link countCallsSql}. */
export const COUNTED_COLUMNS =
  'agent_id, owner_id, created_at, call_type, provider, model, finish_reason, input_tokens, output_tokens, cost_micro_usd, latency_ms';

/**
 * SQL that adds recorded calls to the sums of their hours, as one part (`name as (…)`) of the statement that records them: a call
 * and its place in the statistics exist together or not at all, and no other process has to catch up. Every writer of
 * `model_calls` carries it.
 *
 * @param source a relation of the statement with {@link COUNTED_COLUMNS}
 */
export function countCallsSql(source: string): string {
  // The order keeps two statements that touch the same rows from waiting for each other.
  return `insert into usage_hours as u (agent_id, owner_id, hour, call_type, provider, model, finish_reason, calls, input_tokens, output_tokens,
            cost_micro_usd, latency_ms)
          select c.agent_id, c.owner_id, date_trunc('hour', c.created_at, 'UTC'), c.call_type, c.provider, c.model, c.finish_reason, count(*)::int,
            sum(c.input_tokens), sum(c.output_tokens), sum(c.cost_micro_usd), sum(c.latency_ms)
          from ${source} c group by 1, 2, 3, 4, 5, 6, 7 order by 1, 3, 4, 5, 6, 7
          on conflict (agent_id, hour, call_type, provider, model, finish_reason) do update set calls = u.calls + excluded.calls,
            input_tokens = u.input_tokens + excluded.input_tokens, output_tokens = u.output_tokens + excluded.output_tokens,
            cost_micro_usd = u.cost_micro_usd + excluded.cost_micro_usd, latency_ms = u.latency_ms + excluded.latency_ms`;
}

export type PricedCall = ModelCallRecord & { costMicroUsd: number };

/**
 * Records what a model was asked in the background on behalf of an agent. These calls are no part of its daily quota. Nothing is
 * recorded of an agent that was erased meanwhile.
 */
export async function recordCalls(
  agent: OwnedAgent,
  callType: Exclude<CallType, 'chat'>,
  calls: readonly PricedCall[],
  messageId: string | null = null,
): Promise<void> {
  if (calls.length === 0) return;
  const rows = calls.map((call) => ({
    id: newId(),
    model: call.model,
    provider: call.provider,
    input_tokens: call.inputTokens,
    output_tokens: call.outputTokens,
    cost: call.costMicroUsd,
    latency_ms: call.latencyMs,
    first_token_ms: call.firstTokenMs,
    finish_reason: call.finishReason,
  }));
  await pool().query({
    name: 'usage-record',
    text: `with recorded as (
             insert into model_calls (id, owner_id, agent_id, message_id, call_type, model, provider, input_tokens, output_tokens,
                                      cost_micro_usd, latency_ms, first_token_ms, finish_reason)
             select c.id, $1, a.id, $3::uuid, $5, c.model, c.provider, c.input_tokens, c.output_tokens, c.cost, c.latency_ms,
                    c.first_token_ms, c.finish_reason
             from agents a, jsonb_to_recordset($4::jsonb) as c(id uuid, model text, provider text, input_tokens int, output_tokens int,
               cost int8, latency_ms int, first_token_ms int, finish_reason text)
             where a.id = $2
             returning ${COUNTED_COLUMNS}
           )
           ${countCallsSql('recorded')}`,
    values: [agent.ownerId, agent.id, messageId, JSON.stringify(rows), callType],
  });
}
