import { sweepChallenges } from '@/lib/auth/challenge';
import { sweepSessions } from '@/lib/auth/session';
import { sweepDeadReplies } from '@/lib/chat/sweep';
import { sweepIdempotency } from '@/lib/api/idempotency';
import { beat } from '@/lib/health/service';
import { sweepKnowledge } from '@/lib/knowledge/job-handlers';
import { sweepVectors } from '@/lib/memories/job-handlers';
import { sweepMemoryImports } from '@/lib/memory-imports/job-handlers';
import { MINUTE_MS, SECOND_MS } from '@/lib/platform/clock';
import { log } from '@/lib/platform/log';
import { sweepRateLimits } from '@/lib/platform/rate-limit';
import { countWork } from '@/lib/platform/work-counts';
import { sweepReflections } from '@/lib/reflections/job-handlers';
import { sweepPassages } from '@/lib/retrieval/job-handlers';
import { sweepSpawnings } from '@/lib/spawning/job-handlers';
import { sweepUsage } from '@/lib/usage/sweep';

type Sweep = { name: string; everyMs: number; run: () => Promise<number> };

const sweeps: readonly Sweep[] = [
  { name: 'sign of life', everyMs: 10 * SECOND_MS, run: beat },
  { name: 'dead replies', everyMs: 5 * SECOND_MS, run: sweepDeadReplies },
  { name: 'sign-in challenges', everyMs: MINUTE_MS, run: sweepChallenges },
  { name: 'sessions', everyMs: 10 * MINUTE_MS, run: sweepSessions },
  { name: 'idempotency records', everyMs: 10 * MINUTE_MS, run: sweepIdempotency },
  { name: 'missing vectors', everyMs: 10 * MINUTE_MS, run: sweepVectors },
  { name: 'forgotten imports', everyMs: 10 * MINUTE_MS, run: sweepMemoryImports },
  { name: 'unembedded knowledge', everyMs: 10 * MINUTE_MS, run: sweepKnowledge },
  { name: 'unindexed messages', everyMs: 10 * MINUTE_MS, run: sweepPassages },
  { name: 'stuck spawnings', everyMs: 10 * MINUTE_MS, run: sweepSpawnings },
  { name: 'old usage', everyMs: 10 * MINUTE_MS, run: sweepUsage },
  { name: 'interrupted reflections', everyMs: 10 * MINUTE_MS, run: sweepReflections },
  { name: 'rate limits', everyMs: 10 * MINUTE_MS, run: sweepRateLimits },
];

/** Starts every sweep; each waits for its own end before it runs again. Gives the function that ends them. */
export function startSweeps(): () => void {
  const timers = new Set<NodeJS.Timeout>();
  let ended = false;
  const plan = (sweep: Sweep, delayMs: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      void sweep
        .run()
        .then(async (count) => {
          if (count === 0) return;
          log().info({ sweep: sweep.name, count }, 'swept');
          await countWork({ kind: 'sweep', name: sweep.name, outcome: 'swept', count });
        })
        .catch((error: unknown) => log().warn({ error, sweep: sweep.name }, 'a sweep failed'))
        .finally(() => !ended && plan(sweep, sweep.everyMs));
    }, delayMs);
    timers.add(timer);
  };
  for (const sweep of sweeps) plan(sweep, Math.min(sweep.everyMs, 2 * SECOND_MS));
  return () => {
    ended = true;
    for (const timer of timers) clearTimeout(timer);
  };
}
