import { costMicroUsd } from '@/lib/llm/metering';
import type { ResolvedModel } from '@/lib/llm/providers';
import { providers } from '@/lib/llm/runtime';
import { generateObject } from '@/lib/llm/structured';
import { AppError } from '@/lib/platform/errors';
import type { PricedCall } from '@/lib/usage/calls';
import { guardSoul } from './guard';
import { composeRewritePrompt, rewrittenSoul } from './rewrite-prompt';
import type { RewriteMaterial } from './rewrite-queries';

type LanguageModel = Extract<ResolvedModel, { kind: 'language-model' }>;

/** A soul takes up to 5,000 characters, which in some languages is as many tokens. */
export const REWRITE_TOKENS = 4_096;

export type SoulDraft = { soul: string; reason: string };

/**
 * Asks a model for an agent's next soul; undefined when it gives none.
 *
 * @param record is told of the calls of the model, also before this throws
 * @throws AppError SERVICE_UNAVAILABLE when the provider may answer later
 */
export async function draftSoul(
  agentName: string,
  resolved: LanguageModel,
  soul: string,
  material: RewriteMaterial,
  record: (calls: PricedCall[]) => Promise<void>,
): Promise<SoulDraft | undefined> {
  const outcome = await generateObject({
    model: resolved.model,
    schema: rewrittenSoul,
    name: 'soul',
    messages: composeRewritePrompt(agentName, soul, material),
    maxOutputTokens: REWRITE_TOKENS,
  });
  await record(outcome.calls.map((call) => ({ ...call, costMicroUsd: costMicroUsd(call, resolved.price) })));
  if (outcome.ok) return outcome.value;
  if (outcome.error?.code === 'PROVIDER_UNREACHABLE' && resolved.provider === 'local') providers().forgetLocalModel();
  if (outcome.error?.retryable) throw new AppError('SERVICE_UNAVAILABLE', `no soul could be written: ${outcome.error.code}`);
  return undefined;
}

/** Why a draft does not become the soul; undefined when it may. The reason is shown to the owner, so it is looked at as well. */
export async function whyNotSoul(
  resolved: LanguageModel,
  draft: SoulDraft,
  before: string,
  record: (calls: PricedCall[]) => Promise<void>,
): Promise<string | undefined> {
  if (draft.soul.trim() === before.trim()) return 'unchanged';
  const outcome = await guardSoul(resolved, `${draft.soul}\n\n${draft.reason}`, before, record);
  return outcome.allowed ? undefined : outcome.why;
}
