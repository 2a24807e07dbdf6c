import { trustedAgent } from '@/lib/auth/ownership';
import { transaction } from '@/lib/platform/database';
import { log } from '@/lib/platform/log';
import { applyPass } from './apply';
import { openAsking } from './asking';
import { reflect } from './jobs';
import { findStale, type OpenPass, readOpen, storeStep, takeUp } from './pass-queries';
import { failReflection } from './settlement';
import { steps } from './steps';

/** Told of every place at which a pass could be interrupted; tests interrupt it there. */
type Watch = (place: string) => void | Promise<void>;

const agentOf = ({ agentId, ownerId, agentName, agentStatus }: OpenPass) =>
  trustedAgent({ id: agentId, ownerId, name: agentName, status: agentStatus });

/**
 * Goes on with a pass until it has ended. Each step keeps what it found in the row under the condition that the pass still stands at that
 * step, and the last one writes everything at once: it may be interrupted anywhere and taken up by anybody, also by two at once.
 *
 * @throws what a step threw, so that the queue tries again; at the last try the pass has failed
 */
export async function handleReflect({ reflectionId }: { reflectionId: string }, watch: Watch = () => {}): Promise<void> {
  const taken = await takeUp(reflectionId);
  if (!taken) return;
  try {
    await goOn(taken, watch);
  } catch (error) {
    if (taken.attempts > reflect.retryLimit) await fail(taken, 'The review failed at every try. Nothing was changed.');
    throw error;
  }
}

async function goOn(taken: OpenPass, watch: Watch): Promise<void> {
  if (taken.agentStatus !== 'active') return fail(taken, 'The agent was paused. Nothing was changed.');
  const agent = agentOf(taken);
  const asking = await openAsking(taken);
  for (let pass: OpenPass | undefined = taken; pass; pass = await readOpen(taken.id)) {
    const { step } = pass;
    await watch(step);
    if (step === 'finishing') {
      const { resolved } = asking ?? {};
      const answering = resolved && { model: resolved.modelId, provider: resolved.provider };
      const ended = await applyPass(agent, pass.id, answering, () => watch('before the end'));
      if (ended) log().info({ agentId: String(agent.id), reflectionId: pass.id }, 'a deep reflection ended');
      return;
    }
    // The attempt is this worker's own, whoever else takes the pass up.
    const { next, draft, figures } = await steps[step]({ agent, pass, asking });
    await watch(`found by ${step}`);
    await storeStep(pass, next, draft, figures);
  }
}

async function fail(pass: OpenPass, error: string): Promise<void> {
  const failed = await transaction((tx) => failReflection(tx, agentOf(pass), pass.id, error));
  if (failed) log().warn({ reflectionId: pass.id, error }, 'a deep reflection failed');
}

/** Longer than the queue waits before it tries a job again, and than a try may take. */
const STALE_MINUTES = 30;

/**
 * Ends passes that nobody works on any more: their job is gone, as when every try of it died with its process.
 *
 * @returns how many
 */
export async function sweepReflections(): Promise<number> {
  let ended = 0;
  for (const id of await findStale(STALE_MINUTES)) {
    const pass = await readOpen(id);
    if (!pass) continue;
    await fail(pass, 'The review was interrupted too often. Nothing was changed.');
    ended += 1;
  }
  return ended;
}
