import { z } from 'zod';
import { timestamp } from '@/lib/api/schema';

/** What a model can be asked for on behalf of an agent. */
export const callTypes = ['chat', 'skill', 'memory', 'soul', 'guard', 'spawning', 'reflection', 'digest', 'embedding'] as const;

export type CallType = (typeof callTypes)[number];

const count = z.number().int();
const usd = z.number().meta({ description: 'US dollars, six decimal places', examples: [0.001245] });
const averageMs = z
  .number()
  .int()
  .meta({ description: 'Milliseconds', examples: [1250] });

/** One figure for each window, by both of the names in use. */
const windowsOf = (figure: z.ZodNumber) =>
  z.object({ last24h: figure, last7d: figure, last30d: figure, '24h': figure, '7d': figure, '30d': figure });

export const usageStatsAnswer = z
  .object({
    agentId: z.string().meta({ examples: ['1001'] }),
    period: z.object({ from: timestamp, to: timestamp }),
    tokens: windowsOf(count.meta({ examples: [4520] })),
    cost: windowsOf(usd),
    totalCalls30d: count,
    avgLatencyMs: averageMs,
    callsByType: z.array(z.object({ type: z.enum(callTypes), calls: count, tokens: count, avgLatencyMs: averageMs, costEstimate: usd })),
    finishReasons: z.array(z.object({ reason: z.string().meta({ examples: ['stop'] }), count })),
    topModels: z.array(
      z.object({
        model: z.string().meta({ examples: ['gpt-5-mini'] }),
        provider: z.string().meta({ examples: ['OpenAI'] }),
        calls: count,
        tokens: count,
        costEstimate: usd,
      }),
    ),
    days: z
      .array(z.object({ day: z.iso.date().meta({ examples: ['2026-03-21'] }), calls: count, tokens: count, costEstimate: usd }))
      .meta({ description: 'Every UTC day of the period, the oldest first, also those without a call' }),
  })
  .meta({ id: 'UsageStats' });

export type UsageStatsWire = z.infer<typeof usageStatsAnswer>;
