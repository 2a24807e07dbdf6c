import { nextUtcDay, now } from '@/lib/platform/clock';
import type { AgentHealthRow } from './queries';
import type { AgentProblem, QuotaWire } from './schema';

/** Errors of a reply that say something about the provider, not about one message. */
const PROVIDER_ERROR = /^(PROVIDER_|MODEL_NOT_FOUND$)/;

type Circumstances = {
  row: AgentHealthRow;
  paused: boolean;
  quota: QuotaWire;
  /** Tokens that the next turn needs at least. */
  turnTokens: number;
  model: { modelId: string; provider: string };
  worker: { down: boolean; seenAt: Date | null };
};

type Judge = (given: Circumstances) => AgentProblem | undefined;

const problem = (reason: AgentProblem['reason'], message: string, rest: Partial<AgentProblem> = {}): AgentProblem => ({
  reason,
  message,
  code: null,
  since: null,
  until: null,
  ...rest,
});

const judges: readonly Judge[] = [
  ({ paused, row }) =>
    paused
      ? problem('paused', 'The agent is paused and answers nobody until it is resumed.', { since: row.pausedAt?.toISOString() ?? null })
      : undefined,
  ({ quota, turnTokens }) =>
    quota.metered && quota.remainingTokens < turnTokens
      ? problem('quota', "The agent's tokens of today do not cover another reply. They are renewed at 00:00 UTC.", {
          until: nextUtcDay(now()).toISOString(),
        })
      : undefined,
  ({ row, model }) =>
    // Another model would answer now than the one that failed: what it said is of no use any more.
    row.lastStatus === 'error' && PROVIDER_ERROR.test(row.lastErrorCode ?? '') && (row.lastModel ?? model.modelId) === model.modelId
      ? problem('provider', row.lastError ?? 'The model provider refused the last reply.', {
          code: row.lastErrorCode,
          since: row.lastAt?.toISOString() ?? null,
        })
      : undefined,
  ({ model }) =>
    model.provider === 'embedded'
      ? problem('recall', 'No language model is connected to this install: recall mode quotes what the agent knows.')
      : undefined,
  ({ worker }) =>
    worker.down
      ? problem('worker', 'No worker runs: the agent answers, but learns nothing from what is said until one does.', {
          since: worker.seenAt?.toISOString() ?? null,
        })
      : undefined,
];

/** Everything that keeps an agent from answering or learning, the gravest first. */
export function findProblems(given: Circumstances): AgentProblem[] {
  return judges.flatMap((judge) => judge(given) ?? []);
}
