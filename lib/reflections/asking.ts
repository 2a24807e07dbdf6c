import type { LanguageModelV3Prompt } from '@ai-sdk/provider';
import type { z } from 'zod';
import type { ResolvedModel } from '@/lib/llm/providers';
import { providers } from '@/lib/llm/runtime';
import { generateObject } from '@/lib/llm/structured';
import { estimatePromptTokens } from '@/lib/llm/tokens';
import { AppError } from '@/lib/platform/errors';
import type { LeftOut } from './draft';
import { noteTokens, type OpenPass } from './pass-queries';

export type LanguageModel = Extract<ResolvedModel, { kind: 'language-model' }>;

/** The model that reflects where there is a key for it; else the one that is there. */
export const REFLECTION_MODEL = 'grok-4.20';

/** What one pass may take of the day's tokens; held when it begins, settled when it ends. */
export const PASS_TOKENS = 26_000;
/** What one prompt of a pass may be long. */
const PROMPT_TOKENS = 4_500;
/** After so many tries a pass goes on without the answer that its provider will not give. */
const TRIES_WITH_MODEL = 3;

/** The language model as one pass may use it. */
export type Asking = {
  resolved: LanguageModel;
  /** What a prompt may be long so that its answer of `outputTokens` still fits. */
  promptTokens: (outputTokens: number) => number;
  /** Whether a prompt of so many tokens may be asked so often, whatever the answers are like. */
  affords: (promptTokens: number, outputTokens: number, times: number) => boolean;
  /** Notes calls that were made for the pass. */
  record: (calls: readonly { inputTokens: number; outputTokens: number; latencyMs: number }[]) => Promise<void>;
  /** Whether a provider that may answer later is worth another try of the job. */
  mayWait: boolean;
};

/** The model of a pass, or undefined where none takes part. */
export async function openAsking(pass: OpenPass): Promise<Asking | undefined> {
  if (pass.reservedTokens === 0) return undefined;
  const resolved = await providers().resolveChatModel(REFLECTION_MODEL);
  if (resolved.kind === 'recall') return undefined;
  let left = pass.reservedTokens - pass.spentTokens;
  return {
    resolved,
    promptTokens: (outputTokens) => Math.min(PROMPT_TOKENS, Math.max(500, resolved.promptBudgetTokens - Math.floor(outputTokens / 2))),
    affords: (promptTokens, outputTokens, times) => (promptTokens + outputTokens) * times <= left,
    record: async (calls) => {
      const sum = (of: 'inputTokens' | 'outputTokens' | 'latencyMs') => calls.reduce((total, call) => total + call[of], 0);
      const taken = { inputTokens: sum('inputTokens'), outputTokens: sum('outputTokens'), latencyMs: Math.round(sum('latencyMs')) };
      left -= taken.inputTokens + taken.outputTokens;
      await noteTokens(pass.id, taken);
    },
    mayWait: pass.attempts < TRIES_WITH_MODEL,
  };
}

/**
 * Asks for JSON of a shape, within what the pass has left.
 *
 * @throws AppError SERVICE_UNAVAILABLE when the provider may answer later and the pass can wait
 */
export async function ask<Schema extends z.ZodType>(
  asking: Asking,
  question: { schema: Schema; name: string; messages: LanguageModelV3Prompt; maxOutputTokens: number },
): Promise<{ ok: true; value: z.infer<Schema> } | { ok: false; why: LeftOut['why'] }> {
  // An answer of another shape is asked for once more.
  if (!asking.affords(estimatePromptTokens(question.messages), question.maxOutputTokens, 2)) return { ok: false, why: 'tokens' };
  const { resolved } = asking;
  const outcome = await generateObject({ model: resolved.model, ...question });
  await asking.record(outcome.calls);
  if (outcome.ok) return { ok: true, value: outcome.value };
  if (outcome.error?.code === 'PROVIDER_UNREACHABLE' && resolved.provider === 'local') providers().forgetLocalModel();
  if (outcome.error?.retryable && asking.mayWait) {
    throw new AppError('SERVICE_UNAVAILABLE', `a reflection waits for its model: ${outcome.error.code}`);
  }
  return { ok: false, why: 'no-answer' };
}
