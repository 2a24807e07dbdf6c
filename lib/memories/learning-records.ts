import type { OwnedAgent } from '@/lib/auth/principal';
import type { ModelCallRecord } from '@/lib/llm/reply-types';
import { pool, type Transaction } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';

/** Tells the agent's activity of a fact that it noted while it answered. */
export async function noteLearning(tx: Transaction, agent: OwnedAgent, memoryId: string): Promise<void> {
  await tx.query(
    `insert into agent_events (id, owner_id, agent_id, type, summary, details)
     values ($1, $2, $3, 'memory_extracted', 'Learned one fact', jsonb_build_object('added', jsonb_build_array($4::text)))`,
    [newId(), agent.ownerId, agent.id, memoryId],
  );
}

/** Whether {@link claimExtraction} has been done. */
export async function isExtracted(eventId: string): Promise<boolean> {
  const { rowCount } = await pool().query(`select 1 from agent_events where id = $1`, [eventId]);
  return rowCount === 1;
}

/** Notes what was learned from a reply; false when that had been noted before, and nothing may be stored again. */
export async function claimExtraction(tx: Transaction, agent: OwnedAgent, event: { id: string; replyId: string }): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into agent_events (id, owner_id, agent_id, type, summary, details)
     values ($1, $2, $3, 'memory_extracted', '', jsonb_build_object('replyId', $4::text)) on conflict (id) do nothing`,
    [event.id, agent.ownerId, agent.id, event.replyId],
  );
  return rowCount === 1;
}

/** Takes {@link claimExtraction} back: nothing was learned, and there is nothing to tell. */
export async function releaseExtraction(tx: Transaction, eventId: string): Promise<void> {
  await tx.query(`delete from agent_events where id = $1`, [eventId]);
}

/** Completes the event of {@link claimExtraction}. */
export async function describeExtraction(tx: Transaction, eventId: string, summary: string, details: object): Promise<void> {
  await tx.query(`update agent_events set summary = $2, details = details || $3::jsonb where id = $1`, [
    eventId,
    summary,
    JSON.stringify(details),
  ]);
}

/** Records what a model was asked on behalf of the agent's memory. These calls are no part of its daily quota. */
export async function recordMemoryCalls(
  agent: OwnedAgent,
  messageId: string | null,
  calls: readonly (ModelCallRecord & { costMicroUsd: number })[],
) {
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
  await pool().query(
    `insert into model_calls (id, owner_id, agent_id, message_id, call_type, model, provider, input_tokens, output_tokens, cost_micro_usd,
                              latency_ms, first_token_ms, finish_reason)
     select c.id, $1, a.id, $3::uuid, 'memory', c.model, c.provider, c.input_tokens, c.output_tokens, c.cost, c.latency_ms, c.first_token_ms, c.finish_reason
     from agents a, jsonb_to_recordset($4::jsonb) as c(id uuid, model text, provider text, input_tokens int, output_tokens int, cost int8,
       latency_ms int, first_token_ms int, finish_reason text)
     where a.id = $2`,
    [agent.ownerId, agent.id, messageId, JSON.stringify(rows)],
  );
}
