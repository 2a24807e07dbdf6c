import type { OwnedAgent } from '@/lib/auth/principal';
import { quotaDay, quotaExceeded } from '@/lib/chat/quota';
import { providers } from '@/lib/llm/runtime';
import { now } from '@/lib/platform/clock';
import { transaction } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { type Refusal, refuse, unwrap } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { PASS_TOKENS, REFLECTION_MODEL } from './asking';
import { LEAST_CONVERSATIONS, LEAST_MEMORIES, REFLECTION_COST_MICRO_USD } from './limits';
import { presentReflection, presentSummary, standingClarity, usdText } from './present';
import { beginReflection, findReflection, findReflections, findWords, holdTokens, readReadiness, type Readiness } from './queries';
import type { ReflectionsWire } from './schema';

const LISTED = 100;

/** What a pass holds of the day's tokens; nothing where no language model takes part. */
const tokensOf = (hasModel: boolean) => (hasModel ? Math.min(PASS_TOKENS, env().DAILY_TOKEN_LIMIT) : 0);

const nounOf = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

function whyNot(state: Readiness | undefined): Refusal {
  if (!state) return refuse('NOT_FOUND', 'Agent not found');
  const { memories, conversations, restsUntil, openId } = state;
  if (memories < LEAST_MEMORIES || conversations < LEAST_CONVERSATIONS) {
    const have = `${nounOf(memories, 'memory', 'memories')} and ${nounOf(conversations, 'conversation', 'conversations')}`;
    return refuse(
      'BAD_REQUEST',
      `A deep reflection needs at least ${LEAST_MEMORIES} memories and ${LEAST_CONVERSATIONS} conversations. There are ${have}.`,
      { details: { memories, conversations } },
    );
  }
  const possibleAt = restsUntil ?? now();
  const sentence = openId ? 'A deep reflection is under way.' : 'The last deep reflection was less than 24 hours ago.';
  return refuse('RATE_LIMITED', `${sentence} The next may begin at ${possibleAt.toISOString()}.`, {
    retryAfterMs: Math.max(1_000, possibleAt.getTime() - now().getTime()),
    details: { possibleAt: possibleAt.toISOString(), reflectionId: openId },
  });
}

/**
 * Begins a deep reflection, whose job a worker takes up. Refuses CONFLICT (paused agent), BAD_REQUEST (the agent knows too little),
 * RATE_LIMITED (the day is not over, or one is under way); then nothing was begun.
 *
 * @throws AppError QUOTA_EXCEEDED when the day's tokens do not cover it; nothing was begun
 */
export async function startReflection(agent: OwnedAgent, triggeredBy: 'owner' | 'key') {
  if (agent.status === 'paused') return refuse('CONFLICT', 'This agent is paused. Set it active to let it reflect.');
  const hasModel = (await providers().resolveChatModel(REFLECTION_MODEL)).kind === 'language-model';
  const [tokens, day, id] = [tokensOf(hasModel), quotaDay(), newId()];
  const begun = await transaction(async (tx) => {
    if (!(await beginReflection(tx, agent, { id, triggeredBy, tokens, day }))) return false;
    const short = tokens > 0 ? await holdTokens(tx, agent, { tokens, day, limit: env().DAILY_TOKEN_LIMIT }) : undefined;
    // Rolls the beginning back: a pass that never was must not use up the day until the next.
    if (short) unwrap(quotaExceeded(short));
    return true;
  });
  if (begun) return { status: 'processing' as const, reflectionId: id };
  return whyNot(await readReadiness(agent));
}

/** One pass: how far it is, or what came of it. */
export async function readReflection(agent: OwnedAgent, reflectionId: string) {
  const row = await findReflection(agent, reflectionId);
  if (!row) return refuse('NOT_FOUND', 'Reflection not found');
  return presentReflection(row, row.report ? await findWords(agent, reflectionId) : new Map());
}

/** The passes of an agent with the trend of its clarity, and what the next one needs. */
export async function listReflections(agent: OwnedAgent): Promise<ReflectionsWire | Refusal> {
  const [rows, state, resolved] = await Promise.all([
    findReflections(agent, LISTED),
    readReadiness(agent),
    providers().resolveChatModel(REFLECTION_MODEL),
  ]);
  if (!state) return refuse('NOT_FOUND', 'Agent not found');
  const hasModel = resolved.kind === 'language-model';
  const completed = rows.filter(({ status, completedAt }) => status === 'completed' && completedAt);
  const trend = completed.flatMap((row) => {
    const standing = standingClarity(row);
    return standing === null || !row.completedAt ? [] : [{ score: standing, date: row.completedAt.toISOString() }];
  });
  return {
    reflections: rows.map(presentSummary),
    clarityTrend: trend.toReversed(),
    currentClarityScore: trend[0]?.score ?? null,
    lastReflectionAt: completed[0]?.completedAt?.toISOString() ?? null,
    next: {
      memories: { have: state.memories, need: LEAST_MEMORIES },
      conversations: { have: state.conversations, need: LEAST_CONVERSATIONS },
      possibleAt: state.restsUntil?.toISOString() ?? null,
      languageModel: hasModel,
      costUsd: usdText(hasModel ? REFLECTION_COST_MICRO_USD : 0),
      tokens: tokensOf(hasModel),
    },
  };
}
