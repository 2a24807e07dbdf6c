import type { OwnedAgent } from '@/lib/auth/principal';
import { pool } from '@/lib/platform/database';
import type { CallType } from './schema';

/** Sums of calls: of all, of a kind of calls, of a model, of a way to end, or of a UTC day. */
export type UsageRow = {
  kind: 'all' | 'type' | 'model' | 'reason' | 'day';
  callType: CallType;
  provider: string;
  model: string;
  finishReason: string;
  /** `2026-03-21` */
  day: string;
  calls: number;
  tokens: number;
  tokens7d: number;
  tokens24h: number;
  costMicroUsd: number;
  costMicroUsd7d: number;
  costMicroUsd24h: number;
  latencyMs: number;
};

/**
 * The sums of an agent's calls of 30 days in every cut that is shown, by one statement over the rows of its hours. What is summed
 * grows with the hours and the models that were used in them, not with the calls.
 */
export async function readUsage(agent: OwnedAgent, windows: { day: Date; week: Date; month: Date }): Promise<UsageRow[]> {
  const { rows } = await pool().query<UsageRow>({
    name: 'usage-read',
    text: `select case grouping(call_type, model, finish_reason, day) when 15 then 'all' when 7 then 'type' when 11 then 'model' when 13 then 'reason'
                    else 'day' end as kind,
                  call_type as "callType", provider, model, finish_reason as "finishReason", to_char(day, 'YYYY-MM-DD') as day,
                  sum(calls)::int as calls, sum(tokens)::float8 as tokens,
                  coalesce(sum(tokens) filter (where hour >= $4), 0)::float8 as "tokens7d",
                  coalesce(sum(tokens) filter (where hour >= $5), 0)::float8 as "tokens24h",
                  sum(cost_micro_usd)::float8 as "costMicroUsd",
                  coalesce(sum(cost_micro_usd) filter (where hour >= $4), 0)::float8 as "costMicroUsd7d",
                  coalesce(sum(cost_micro_usd) filter (where hour >= $5), 0)::float8 as "costMicroUsd24h",
                  sum(latency_ms)::float8 as "latencyMs"
           from (select hour, (hour at time zone 'UTC')::date as day, call_type, provider, model, finish_reason, calls,
                   input_tokens + output_tokens as tokens, cost_micro_usd, latency_ms
                 from usage_hours where agent_id = $1 and owner_id = $2 and hour >= $3) as hours
           group by grouping sets ((), (call_type), (provider, model), (finish_reason), (day))
           having sum(calls) > 0
           order by calls desc, call_type, provider, model, finish_reason, day`,
    values: [agent.id, agent.ownerId, windows.month, windows.week, windows.day],
  });
  return rows;
}

/**
 * Forgets the oldest calls of `before` and earlier: up to `limit` rows of sums with the calls behind them. Rows that another worker
 * forgets at the moment are left to it.
 *
 * @param before the beginning of an hour
 * @returns how many rows of sums went
 */
export async function forgetUsage(before: Date, limit: number): Promise<number> {
  const { rows } = await pool().query<{ forgotten: number }>({
    name: 'usage-forget',
    text: `with old as (
             select agent_id, hour, call_type, provider, model, finish_reason from usage_hours where hour < $1 order by hour, agent_id limit $2
             for update skip locked
           ), hours as (
             delete from usage_hours u using old
             where u.agent_id = old.agent_id and u.hour = old.hour and u.call_type = old.call_type and u.provider = old.provider
               and u.model = old.model and u.finish_reason = old.finish_reason
             returning 1
           ), calls as (
             delete from model_calls c using old
             where c.agent_id = old.agent_id and c.created_at >= old.hour and c.created_at < old.hour + interval '1 hour'
               and c.call_type = old.call_type and c.provider = old.provider and c.model = old.model and c.finish_reason = old.finish_reason
           )
           select count(*)::int as forgotten from hours`,
    values: [before, limit],
  });
  return rows[0]?.forgotten ?? 0;
}
