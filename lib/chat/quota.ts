import { nextUtcDay, now } from '@/lib/platform/clock';
import { env } from '@/lib/platform/env';
import { type Refusal, refuse } from '@/lib/platform/errors';

/** Tokens that a model may write in one reply; a turn reserves all of them before it runs. */
export const OUTPUT_CAP_TOKENS = 1_024;

/** What an agent has used and holds of its tokens of one UTC day. */
export type QuotaState = { used: number; reserved: number };

/** The UTC day of `at` as PostgreSQL reads it. */
export function quotaDay(at: Date = now()): string {
  return at.toISOString().slice(0, 10);
}

/** The headers of the contract: what was used, what can still be reserved, and when the day ends (ISO 8601). */
export function quotaHeaders({ used, reserved }: QuotaState): Record<string, string> {
  const left = env().DAILY_TOKEN_LIMIT - used - reserved;
  return {
    'x-quota-tokens-used': String(used),
    'x-quota-tokens-remaining': String(Math.max(0, left)),
    'x-quota-reset': nextUtcDay(now()).toISOString(),
  };
}

/** The refusal of a turn that the day's tokens do not cover. */
export function quotaExceeded(state: QuotaState): Refusal {
  const reset = nextUtcDay(now());
  return refuse(
    'QUOTA_EXCEEDED',
    `The agent's ${env().DAILY_TOKEN_LIMIT.toLocaleString('en')} tokens of today are used up. They are renewed at 00:00 UTC.`,
    {
      retryAfterMs: Math.max(1, reset.getTime() - now().getTime()),
      headers: quotaHeaders(state),
    },
  );
}
