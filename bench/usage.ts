// npm run bench:usage [-- --rounds 60]: the usage statistics of an agent with ten thousand recorded calls, and of one with a million.
import { parseArgs } from 'node:util';
import type { OwnedAgent } from '@/lib/auth/principal';
import { closeDatabase, pool } from '@/lib/platform/database';
import { createOwnedAgent } from '@/tests/owned-agent';
import { COUNTED_COLUMNS, countCallsSql } from '@/lib/usage/calls';
import { usageStats } from '@/lib/usage/service';
import { enterProduct, startPostgresDatabase } from './surroundings';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '60' } } });
const ROUNDS = Number(values.rounds);
const FEW = 10_000;
const MANY = 1_000_000;
const CALLS_A_STATEMENT = 100_000;
const MOST = 3;

/**
 * Calls of 29 days, spread evenly, written as the product writes them: four kinds in the shares of an agent that is talked with, three
 * models, and three ways to end, which makes up to 36 rows an hour.
 */
async function record(agent: OwnedAgent, calls: number): Promise<void> {
  for (let from = 0; from < calls; from += CALLS_A_STATEMENT) {
    await pool().query(
      `with recorded as (
         insert into model_calls (id, owner_id, agent_id, call_type, model, provider, input_tokens, output_tokens, cost_micro_usd, latency_ms,
           finish_reason, created_at)
         select gen_random_uuid(), $1, $2, (array['chat', 'chat', 'chat', 'chat', 'memory', 'memory', 'skill', 'guard'])[1 + floor(random() * 8)],
           (array['grok-4-1-fast-non-reasoning', 'grok-4-1-fast-non-reasoning', 'gpt-5-mini', 'llama3.2'])[1 + floor(random() * 4)], 'xai',
           200 + floor(random() * 3000), 20 + floor(random() * 400), floor(random() * 2000), 200 + floor(random() * 4000),
           (array['stop', 'stop', 'stop', 'stop', 'stop', 'stop', 'tool_calls', 'length'])[1 + floor(random() * 8)],
           now() - interval '29 days' * ((n - random()) / $5::float8)
         from generate_series($3::int + 1, $4::int) as n
         returning ${COUNTED_COLUMNS}
       ) ${countCallsSql('recorded')}`,
      [agent.ownerId, agent.id, from, Math.min(calls, from + CALLS_A_STATEMENT), calls],
    );
  }
}

async function rowsOf(agent: OwnedAgent, table: 'model_calls' | 'usage_hours'): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(`select count(*)::int as count from ${table} where agent_id = $1`, [agent.id]);
  return rows[0]?.count ?? 0;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

const quantile = (times: readonly number[], share: number) =>
  [...times].sort((left, right) => left - right)[Math.floor(times.length * share)] ?? 0;

/** The same figures from the calls themselves, to compare with. */
const BARE = `select call_type, model, finish_reason, sum(input_tokens + output_tokens), sum(cost_micro_usd), avg(latency_ms), count(*)
  from model_calls where agent_id = $1 and created_at >= now() - interval '30 days' group by 1, 2, 3`;

async function main(): Promise<void> {
  const database = await startPostgresDatabase();
  enterProduct(database);
  try {
    const [few, many] = [await createOwnedAgent(), await createOwnedAgent()];
    await record(few, FEW);
    await record(many, MANY);
    await pool().query('vacuum analyze');
    const times: Record<'few' | 'many', number[]> = { few: [], many: [] };
    for (let round = -5; round < ROUNDS; round += 1) {
      const ofFew = await timeOf(() => usageStats(few));
      const ofMany = await timeOf(() => usageStats(many));
      if (round < 0) continue; // Rounds to warm caches and plans.
      times.few.push(ofFew);
      times.many.push(ofMany);
    }
    for (const [agent, list] of [
      [few, times.few],
      [many, times.many],
    ] as const) {
      const bare = await timeOf(() => pool().query(BARE, [agent.id]));
      console.log(
        `${await rowsOf(agent, 'model_calls')} calls in ${await rowsOf(agent, 'usage_hours')} rows of hours: median ${quantile(list, 0.5).toFixed(1)} ms, ` +
          `p95 ${quantile(list, 0.95).toFixed(1)} ms (summed from the calls themselves: ${bare.toFixed(0)} ms)`,
      );
    }
    const ratio = quantile(
      times.many.map((ofMany, round) => ofMany / (times.few[round] ?? ofMany)),
      0.5,
    );
    console.log(`a million calls against ten thousand: ${ratio.toFixed(2)} × (at most ${MOST} ×)`);
    if (ratio > MOST) process.exitCode = 1;
  } finally {
    await closeDatabase();
    await database.stop();
  }
}

await main();
