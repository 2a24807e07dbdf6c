import type { OwnedAgent } from '@/lib/auth/principal';
import { DAY_MS, startOfUtcDay } from '@/lib/platform/clock';
import type { UsageRow } from './queries';
import type { UsageStatsWire } from './schema';

const MICRO_USD = 1_000_000;
const usd = (microUsd: number) => microUsd / MICRO_USD;

/** Providers as they write themselves; a server of the operator's own and the embedded model go by their kind. */
const PROVIDERS: Record<string, string> = { xai: 'xAI', openai: 'OpenAI' };

const windowsOf = (day: number, week: number, month: number) => ({
  last24h: day,
  last7d: week,
  last30d: month,
  '24h': day,
  '7d': week,
  '30d': month,
});

const meanMs = ({ latencyMs, calls }: Pick<UsageRow, 'latencyMs' | 'calls'>) => (calls === 0 ? 0 : Math.round(latencyMs / calls));

function daysOf(rows: readonly UsageRow[], from: Date, to: Date): UsageStatsWire['days'] {
  const known = new Map(rows.filter(({ kind }) => kind === 'day').map((row) => [row.day, row]));
  const days: UsageStatsWire['days'] = [];
  for (let at = startOfUtcDay(from).getTime(); at <= to.getTime(); at += DAY_MS) {
    const day = new Date(at).toISOString().slice(0, 10);
    const row = known.get(day);
    days.push({ day, calls: row?.calls ?? 0, tokens: row?.tokens ?? 0, costEstimate: usd(row?.costMicroUsd ?? 0) });
  }
  return days;
}

/** The sums of {@link readUsage} as the contract shows them. */
export function presentUsage(agent: OwnedAgent, rows: readonly UsageRow[], period: { from: Date; to: Date }): UsageStatsWire {
  const all = rows.find(({ kind }) => kind === 'all');
  const of = (kind: UsageRow['kind']) => rows.filter((row) => row.kind === kind);
  return {
    agentId: String(agent.id),
    period: { from: period.from.toISOString(), to: period.to.toISOString() },
    tokens: windowsOf(all?.tokens24h ?? 0, all?.tokens7d ?? 0, all?.tokens ?? 0),
    cost: windowsOf(usd(all?.costMicroUsd24h ?? 0), usd(all?.costMicroUsd7d ?? 0), usd(all?.costMicroUsd ?? 0)),
    totalCalls30d: all?.calls ?? 0,
    avgLatencyMs: all ? meanMs(all) : 0,
    callsByType: of('type').map((row) => ({
      type: row.callType,
      calls: row.calls,
      tokens: row.tokens,
      avgLatencyMs: meanMs(row),
      costEstimate: usd(row.costMicroUsd),
    })),
    // Recorded with hyphens, as the model adapters say it; with underscores on the wire, as the providers do.
    finishReasons: of('reason').map(({ finishReason, calls }) => ({ reason: finishReason.replaceAll('-', '_'), count: calls })),
    topModels: of('model').map((row) => ({
      model: row.model,
      provider: PROVIDERS[row.provider] ?? row.provider,
      calls: row.calls,
      tokens: row.tokens,
      costEstimate: usd(row.costMicroUsd),
    })),
    days: daysOf(rows, period.from, period.to),
  };
}
