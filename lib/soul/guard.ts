import { costMicroUsd } from '@/lib/llm/metering';
import type { ResolvedModel } from '@/lib/llm/providers';
import { generateObject } from '@/lib/llm/structured';
import type { PricedCall } from '@/lib/usage/calls';
import { composeGuardPrompt, guardVerdict } from './rewrite-prompt';
import { findSoulFault } from './soul-faults';

type LanguageModel = Extract<ResolvedModel, { kind: 'language-model' }>;

const VERDICT_TOKENS = 64;

/** Why a text may not become a soul: a fault that stands in it, a model's verdict, or that there was no clear verdict. */
export type GuardOutcome = { allowed: true } | { allowed: false; why: string };

/**
 * Whether a text that a model wrote may become a soul. Fails closed: only a text without a fault, which the model then calls safe in
 * exactly the form that was asked for, passes. An error, a refusal, a verdict with anything beside it and silence all mean no.
 *
 * @param record is told of the calls of the model
 */
export async function guardSoul(
  resolved: LanguageModel,
  text: string,
  before: string,
  record: (calls: PricedCall[]) => Promise<void>,
): Promise<GuardOutcome> {
  const fault = findSoulFault(text, before);
  if (fault) return { allowed: false, why: fault };
  const outcome = await generateObject({
    model: resolved.model,
    schema: guardVerdict,
    name: 'verdict',
    messages: composeGuardPrompt(text),
    maxOutputTokens: VERDICT_TOKENS,
    exact: true,
  });
  await record(outcome.calls.map((call) => ({ ...call, costMicroUsd: costMicroUsd(call, resolved.price) })));
  if (!outcome.ok) return { allowed: false, why: `no verdict: ${outcome.error?.code ?? outcome.reason}` };
  return outcome.value.verdict === 'safe' ? { allowed: true } : { allowed: false, why: 'unsafe' };
}
