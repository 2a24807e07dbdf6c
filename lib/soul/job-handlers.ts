import { trustedAgent } from '@/lib/auth/ownership';
import type { OwnedAgent } from '@/lib/auth/principal';
import { costMicroUsd } from '@/lib/llm/metering';
import type { ResolvedModel } from '@/lib/llm/providers';
import { providers } from '@/lib/llm/runtime';
import { generateObject } from '@/lib/llm/structured';
import { findAgentOfJob } from '@/lib/memories/queries';
import { AppError } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import { recordCalls } from '@/lib/usage/calls';
import { guardSoul } from './guard';
import type { SoulRow } from './queries';
import { composeRewritePrompt, rewrittenSoul } from './rewrite-prompt';
import { claimRewrite, endRewrite, readRewriteMaterial } from './rewrite-queries';
import { changeSoul } from './service';

type LanguageModel = Extract<ResolvedModel, { kind: 'language-model' }>;

/** A soul takes up to 5,000 characters, which in some languages is as many tokens. */
const REWRITE_TOKENS = 4_096;

/**
 * Lets an agent rewrite its soul from what it learned, at most once in 24 hours, and only with a language model. Whatever the guard
 * does not clearly allow leaves the soul as it is, and so does an edit that the owner makes meanwhile.
 *
 * @throws AppError SERVICE_UNAVAILABLE when the provider may answer later; the queue tries again under the same attempt
 */
export async function handleRewriteSoul({ agentId, attemptId }: { agentId: string; attemptId: string }): Promise<void> {
  const row = await findAgentOfJob(BigInt(agentId));
  if (!row || row.status !== 'active') return;
  const resolved = await providers().resolveChatModel(null);
  if (resolved.kind === 'recall') return;
  const agent = trustedAgent(row);
  const before = await claimRewrite(agent, attemptId);
  if (!before) return;
  const draft = await draftSoul(agent, resolved, before);
  const refusal = draft ? await whyNot(agent, resolved, draft, before) : 'no draft';
  if (!draft || refusal) {
    await endRewrite(agent, attemptId);
    return log().info({ agentId, why: refusal }, 'a soul stays as it is');
  }
  const change = {
    content: draft.soul,
    author: 'agent',
    reason: draft.reason,
    expectedUpdatedAt: before.updatedAt,
    attemptId,
  } as const;
  const written = await changeSoul(agent, change, 'The agent rewrote its soul');
  if (written) log().info({ agentId, version: written.version }, 'an agent rewrote its soul');
}

async function draftSoul(
  agent: OwnedAgent,
  resolved: LanguageModel,
  before: SoulRow,
): Promise<{ soul: string; reason: string } | undefined> {
  const outcome = await generateObject({
    model: resolved.model,
    schema: rewrittenSoul,
    name: 'soul',
    messages: composeRewritePrompt(agent.name, before.content, await readRewriteMaterial(agent)),
    maxOutputTokens: REWRITE_TOKENS,
  });
  await recordCalls(
    agent,
    'soul',
    outcome.calls.map((call) => ({ ...call, costMicroUsd: costMicroUsd(call, resolved.price) })),
  );
  if (outcome.ok) return outcome.value;
  if (outcome.error?.code === 'PROVIDER_UNREACHABLE' && resolved.provider === 'local') providers().forgetLocalModel();
  if (outcome.error?.retryable) throw new AppError('SERVICE_UNAVAILABLE', `no soul could be written: ${outcome.error.code}`);
  return undefined;
}

/** Why a draft does not become the soul; undefined when it may. The reason is shown to the owner, so it is looked at as well. */
async function whyNot(
  agent: OwnedAgent,
  resolved: LanguageModel,
  draft: { soul: string; reason: string },
  before: SoulRow,
): Promise<string | undefined> {
  if (draft.soul.trim() === before.content.trim()) return 'unchanged';
  const outcome = await guardSoul(resolved, `${draft.soul}\n\n${draft.reason}`, before.content, (calls) =>
    recordCalls(agent, 'guard', calls),
  );
  return outcome.allowed ? undefined : outcome.why;
}
