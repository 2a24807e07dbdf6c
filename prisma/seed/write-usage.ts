import type { OwnedAgent } from '@/lib/auth/principal';
import { quotaDay } from '@/lib/chat/quota';
import { costMicroUsd } from '@/lib/llm/metering';
import { estimateTokens } from '@/lib/llm/tokens';
import { DAY_MS, MINUTE_MS } from '@/lib/platform/clock';
import type { Transaction } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { REFLECTION_COST_MICRO_USD } from '@/lib/reflections/limits';
import { COUNTED_COLUMNS, countCallsSql } from '@/lib/usage/calls';
import type { Chance } from './chance';
import type { SeedAgent } from './content';
import { reflectedAt } from './write-reflections';
import { describeModel, type PlannedCall, type WrittenChat } from './write-chat';

/** What the agent's skills asked of a model on each day of its life. */
function planSkillCalls(content: SeedAgent, now: Date, chance: Chance): PlannedCall[] {
  const { modelId, provider, price } = describeModel('grok-4-1-fast-non-reasoning');
  const calls: PlannedCall[] = [];
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  for (let daysAgo = content.createdDaysAgo - 1; daysAgo >= 1; daysAgo -= 1) {
    for (let run = chance.whole(1, 4); run > 0; run -= 1) {
      const usage = { inputTokens: chance.whole(700, 2_600), outputTokens: chance.whole(120, 480) };
      calls.push({
        // Within the UTC day, at whatever time of day the demo is made: each day has its calls.
        at: new Date(today - daysAgo * DAY_MS + chance.whole(360, 1_320) * MINUTE_MS),
        messageId: null,
        callType: 'skill',
        model: modelId,
        provider,
        ...usage,
        costMicroUsd: costMicroUsd(usage, price),
        latencyMs: chance.whole(900, 4_000),
        firstTokenMs: null,
        finishReason: 'stop',
      });
    }
  }
  return calls;
}

/** What the agent asked of a model when it rewrote its soul: a draft, and a look at the draft. */
function planSoulCalls(content: SeedAgent, now: Date, chance: Chance): PlannedCall[] {
  const { modelId, provider, price } = describeModel('grok-4-1-fast-non-reasoning');
  const rewrites = content.souls.filter(({ by }) => by === 'agent');
  return rewrites.flatMap(({ daysAgo, text }) =>
    (['soul', 'guard'] as const).map((callType) => {
      const written = estimateTokens(text);
      const usage =
        callType === 'soul'
          ? { inputTokens: 1_400 + chance.whole(0, 400), outputTokens: written + chance.whole(20, 60) }
          : { inputTokens: written + 320, outputTokens: 6 };
      const latencyMs = callType === 'soul' ? chance.whole(2_400, 5_200) : chance.whole(380, 900);
      const cost = { costMicroUsd: costMicroUsd(usage, price), latencyMs, firstTokenMs: chance.whole(250, 380), finishReason: 'stop' };
      return { at: new Date(now.getTime() - daysAgo * DAY_MS), messageId: null, callType, model: modelId, provider, ...usage, ...cost };
    }),
  );
}

/** What deep reflections cost: a price of their own, in one row each. */
function planReflectionCalls(content: SeedAgent, now: Date, chance: Chance): PlannedCall[] {
  const { modelId, provider } = describeModel('grok-4.20');
  return content.reflections
    .filter(({ tokens }) => tokens > 0)
    .map((reflection) => ({
      at: reflectedAt(reflection, now),
      messageId: null,
      callType: 'reflection' as const,
      model: modelId,
      provider,
      inputTokens: reflection.tokens,
      outputTokens: Math.round(reflection.tokens / 6),
      costMicroUsd: REFLECTION_COST_MICRO_USD,
      latencyMs: chance.whole(14_000, 26_000),
      firstTokenMs: null,
      finishReason: 'stop',
    }));
}

/** Calls that are made in the background, and are no part of a quota. */
const UNCOUNTED = new Set<PlannedCall['callType']>(['memory', 'soul', 'guard']);

/** Tokens and cost of each UTC day. What the embedded model wrote and what is asked in the background is no part of a quota. */
function quotasOf(calls: readonly PlannedCall[]): { day: string; used: number; cost: number }[] {
  const days = new Map<string, { used: number; cost: number }>();
  for (const call of calls) {
    if (UNCOUNTED.has(call.callType) || call.provider === 'embedded') continue;
    const day = days.get(quotaDay(call.at)) ?? { used: 0, cost: 0 };
    day.used += call.inputTokens + call.outputTokens;
    day.cost += call.costMicroUsd;
    days.set(quotaDay(call.at), day);
  }
  return [...days].map(([day, sums]) => ({ day, ...sums }));
}

/** Writes the calls of models, the quotas of the days they were made on, and the totals of the agent's growth. */
export async function writeUsage(
  tx: Transaction,
  agent: OwnedAgent,
  content: SeedAgent,
  chat: WrittenChat,
  now: Date,
  chance: Chance,
): Promise<void> {
  const calls = [
    ...chat.calls,
    ...planSkillCalls(content, now, chance),
    ...planSoulCalls(content, now, chance),
    ...planReflectionCalls(content, now, chance),
  ];
  await tx.query(
    `with recorded as (
     insert into model_calls (id, owner_id, agent_id, message_id, call_type, model, provider, input_tokens, output_tokens, cost_micro_usd,
       latency_ms, first_token_ms, finish_reason, created_at)
     select c.id, $1, $2, c."messageId", c."callType", c.model, c.provider, c."inputTokens", c."outputTokens", c."costMicroUsd", c."latencyMs",
       c."firstTokenMs", c."finishReason", c.at
     from jsonb_to_recordset($3::jsonb) as c(id uuid, "messageId" uuid, "callType" text, model text, provider text, "inputTokens" int,
       "outputTokens" int, "costMicroUsd" int8, "latencyMs" int, "firstTokenMs" int, "finishReason" text, at timestamptz)
     returning ${COUNTED_COLUMNS}
     )
     ${countCallsSql('recorded')}`,
    [agent.ownerId, agent.id, JSON.stringify(calls.map((call) => ({ id: newId(), ...call })))],
  );
  const quotas = quotasOf(calls);
  await tx.query(
    `insert into token_quotas (agent_id, owner_id, day, used, cost_micro_usd)
     select $2, $1, q.day, q.used, q.cost from jsonb_to_recordset($3::jsonb) as q(day date, used int, cost int8)`,
    [agent.ownerId, agent.id, JSON.stringify(quotas)],
  );
  await tx.query(
    `update agent_growth set user_messages = $3, user_characters = $4, conversations = $5, total_tokens = $6, total_cost_micro_usd = $7,
       last_active_at = $8 where agent_id = $2 and owner_id = $1`,
    [
      agent.ownerId,
      agent.id,
      chat.userMessages,
      chat.userCharacters,
      content.conversations.length,
      quotas.reduce((sum, day) => sum + day.used, 0),
      quotas.reduce((sum, day) => sum + day.cost, 0),
      chat.lastActiveAt,
    ],
  );
}
