import { trustedAgent } from '@/lib/auth/ownership';
import { providers } from '@/lib/llm/runtime';
import { findAgentOfJob } from '@/lib/memories/queries';
import { log } from '@/lib/platform/log';
import { recordCalls } from '@/lib/usage/calls';
import { draftSoul, whyNotSoul } from './draft';
import { claimRewrite, endRewrite, readRewriteMaterial } from './rewrite-queries';
import { changeSoul } from './service';

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
  const material = await readRewriteMaterial(agent);
  const draft = await draftSoul(agent.name, resolved, before.content, material, (calls) => recordCalls(agent, 'soul', calls));
  const refusal = draft ? await whyNotSoul(resolved, draft, before.content, (calls) => recordCalls(agent, 'guard', calls)) : 'no draft';
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
