import type { OwnedAgent } from '@/lib/auth/principal';
import { providers } from '@/lib/llm/runtime';
import type { Transaction } from '@/lib/platform/database';
import { COUNTED_COLUMNS, countCallsSql } from '@/lib/usage/calls';
import { REFLECTION_MODEL } from './asking';
import type { Archive, Report } from './draft';

export async function countMemories(tx: Transaction, agent: OwnedAgent): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(`select count(*)::int from memories where agent_id = $1 and status = 'active'`, [
    agent.id,
  ]);
  return rows[0]?.count ?? 0;
}

/**
 * Settles what an open pass took: its one usage row, which has the pass's own id and so exists once, the tokens of its day instead of
 * those that were held, and the agent's totals.
 */
export async function settleTokens(
  tx: Transaction,
  agent: OwnedAgent,
  reflectionId: string,
  end: { costMicroUsd: number; answering: { model: string; provider: string }; finishReason: 'stop' | 'error' },
): Promise<void> {
  await tx.query({
    name: 'reflection-settle',
    text: `with pass as (
             update reflections r set reserved_tokens = 0 from reflections old
             where r.id = $1::uuid and r.agent_id = $2::int8 and r.status = 'processing' and old.id = r.id
             returning r.id, r.agent_id, r.owner_id, r.quota_day, r.input_tokens, r.output_tokens, r.latency_ms, old.reserved_tokens as held
           ), called as (
             insert into model_calls (id, owner_id, agent_id, call_type, model, provider, input_tokens, output_tokens, cost_micro_usd, latency_ms,
                                      finish_reason)
             select id, owner_id, agent_id, 'reflection', $3::text, $4::text, input_tokens, output_tokens, $5::int8, latency_ms, $6::text
             from pass where $6::text <> 'error' or input_tokens + output_tokens > 0
             on conflict (id) do nothing
             returning ${COUNTED_COLUMNS}
           ), counted as (
             ${countCallsSql('called')}
           ), settled as (
             update token_quotas q set used = q.used + pass.input_tokens + pass.output_tokens, reserved = q.reserved - pass.held,
               cost_micro_usd = q.cost_micro_usd + $5::int8
             from pass where q.agent_id = pass.agent_id and q.day = pass.quota_day
           )
           update agent_growth g set total_tokens = g.total_tokens + pass.input_tokens + pass.output_tokens,
             total_cost_micro_usd = g.total_cost_micro_usd + $5::int8
           from pass where g.agent_id = pass.agent_id`,
    values: [reflectionId, agent.id, end.answering.model, end.answering.provider, end.costMicroUsd, end.finishReason],
  });
}

export type Completion = {
  clarityAfter: number;
  memoriesAfter: number;
  merges: number;
  contradictionsResolved: number;
  soulRewritten: boolean;
  tasksProposed: number;
  costMicroUsd: number;
  report: Report;
  archive: Archive;
};

/** Ends an open pass with what came of it. */
export async function completeReflection(tx: Transaction, id: string, end: Completion): Promise<void> {
  await tx.query({
    name: 'reflection-complete',
    text: `update reflections set status = 'completed', clarity_after = $2, memories_after = $3, merges = $4, contradictions_resolved = $5,
             soul_rewritten = $6, tasks_proposed = $7, cost_micro_usd = $8, report = $9::jsonb, archive = $10::jsonb, draft = '{}',
             updated_at = clock_timestamp(), completed_at = clock_timestamp()
           where id = $1 and status = 'processing'`,
    values: [
      id,
      end.clarityAfter,
      end.memoriesAfter,
      end.merges,
      end.contradictionsResolved,
      end.soulRewritten,
      end.tasksProposed,
      end.costMicroUsd,
      JSON.stringify(end.report),
      JSON.stringify(end.archive),
    ],
  });
}

/** Ends an open pass that came to nothing. Its tokens were taken; its price is not, and neither is the day until the next. */
export async function failReflection(tx: Transaction, agent: OwnedAgent, id: string, error: string): Promise<boolean> {
  const { chat, provider } = providers().describe(REFLECTION_MODEL);
  await settleTokens(tx, agent, id, { costMicroUsd: 0, answering: { model: chat, provider }, finishReason: 'error' });
  const { rowCount } = await tx.query(
    `with failed as (
       update reflections set status = 'failed', error = $3, draft = '{}', updated_at = clock_timestamp(), completed_at = clock_timestamp()
       where id = $2::uuid and agent_id = $1::int8 and status = 'processing' returning agent_id, created_at
     )
     update agents a set reflection_begun_at = null from failed where a.id = failed.agent_id and a.reflection_begun_at = failed.created_at`,
    [agent.id, id, error],
  );
  return rowCount === 1;
}
