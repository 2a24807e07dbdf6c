import type { ModelPrice } from '@/lib/llm/catalogue';

export type TokenUsage = { inputTokens: number; outputTokens: number };

/**
 * What a request cost, in whole micro-dollars, rounded up so that a used model never counts as free.
 * Exact for up to 9 × 10^15 token-price units, some billions of tokens.
 */
export function costMicroUsd(usage: TokenUsage, price: ModelPrice): number {
  const total = usage.inputTokens * price.inputMicroUsdPerMillion + usage.outputTokens * price.outputMicroUsdPerMillion;
  return Math.ceil(total / 1_000_000);
}

/** What a turn takes out of an agent's daily tokens before it runs: the estimate of its prompt and the whole output cap. */
export function reservedTokens(promptTokens: number, maxOutputTokens: number): number {
  return promptTokens + maxOutputTokens;
}
