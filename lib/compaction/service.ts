import { setTimeout as sleep } from 'node:timers/promises';
import type { OwnedAgent } from '@/lib/auth/principal';
import { estimateTokens, TOKENS_PER_MESSAGE } from '@/lib/llm/tokens';
import { SECOND_MS } from '@/lib/platform/clock';
import { refuse, type Refusal } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import {
  claimCompaction,
  type CompactionState,
  readCompaction,
  readTalk,
  releaseCompaction,
  storeSummary,
  type TalkMessage,
} from './queries';
import { presentCompaction } from './present';
import type { CompactAnswer, SummaryActor } from './schema';
import { summarize } from './summarize';

/** The newest messages, which no summary takes in. */
export const KEPT_MESSAGES = 12;
/** Longer than a model may take for a summary. */
const CLAIM_SECONDS = 100;
const LOOK_MS = 300;
const PATIENCE_MS = 90 * SECOND_MS;

/** Messages beyond the newest ones, or their tokens, for which a worker writes a summary anew. */
const WORTH_MESSAGES = 8;
const WORTH_TOKENS = 2_000;

const notFound = () => refuse('NOT_FOUND', 'Conversation not found');

/** A sequence up to which a summary could reach further than it does; undefined when there is nothing to add to it. */
function nextBoundary({ boundary, summary }: CompactionState): number | undefined {
  return boundary !== null && boundary > (summary?.untilSequence ?? 0) ? boundary : undefined;
}

/** What messages take of a prompt, by estimate. */
export const talkTokens = (talk: readonly TalkMessage[]) =>
  talk.reduce((sum, { content }) => sum + estimateTokens(content) + TOKENS_PER_MESSAGE, 0);

/**
 * Lets a summary stand for the older messages of a conversation. Who asks while it is being written waits for it and gets the same answer; when
 * nothing is left to take in, nothing changes. Refuses NOT_FOUND, and CONFLICT when the conversation keeps changing meanwhile.
 */
export async function compactConversation(agent: OwnedAgent, conversationId: bigint): Promise<CompactAnswer | Refusal> {
  const untilMs = performance.now() + PATIENCE_MS;
  for (let tries = 0; tries < 3 && performance.now() < untilMs;) {
    const state = await readCompaction(agent.id, conversationId, KEPT_MESSAGES);
    if (!state) return notFound();
    if (nextBoundary(state) === undefined) return answer(agent, conversationId, state);
    const outcome = await extend(agent, conversationId, 'owner');
    if (outcome === 'busy') await sleep(LOOK_MS);
    else if (outcome === 'lost') tries += 1;
    else if (outcome === 'nothing') return answer(agent, conversationId, state);
  }
  return refuse('CONFLICT', 'The conversation changed while it was summed up. Please try again.');
}

/** The same for a worker, when a conversation has outgrown its prompts and it is worth a new summary. Somebody else may be at it: then nothing is done. */
export async function keepRunningSummary(agent: OwnedAgent, conversationId: bigint): Promise<boolean> {
  return (await extend(agent, conversationId, 'worker')) === 'stored';
}

/** `settled`: somebody else just did it. `nothing`: there is nothing that could be said. `lost`: what was summed up has changed meanwhile. */
type Outcome = 'stored' | 'settled' | 'busy' | 'lost' | 'nothing';

async function extend(agent: OwnedAgent, conversationId: bigint, actor: SummaryActor): Promise<Outcome> {
  const claimId = newId();
  if (!(await claimCompaction(agent, conversationId, claimId, CLAIM_SECONDS))) return 'busy';
  let isOpen = true;
  try {
    // Read behind the claim: whoever held it before may just have finished.
    const state = await readCompaction(agent.id, conversationId, KEPT_MESSAGES);
    const boundary = state && nextBoundary(state);
    if (!state || boundary === undefined) return 'settled';
    const talk = await readTalk(agent.id, conversationId, state.summary?.untilSequence ?? 0, boundary);
    const addedTokens = talkTokens(talk);
    const added = state.covered - (state.summary?.messages ?? 0);
    if (actor === 'worker' && added < WORTH_MESSAGES && addedTokens < WORTH_TOKENS) return 'nothing';
    const coveredTokens = (state.summary?.coveredTokens ?? 0) + addedTokens;
    const summary = await summarize(agent, { previous: state.summary?.content ?? null, talk, coveredTokens }, actor);
    if (!summary) return 'nothing';
    isOpen = false;
    const saved = Math.max(0, coveredTokens - summary.tokens);
    const note = `Compacted ${state.covered} messages, about ${saved.toLocaleString('en')} tokens saved`;
    const stored = await storeSummary(agent, conversationId, claimId, {
      ...summary,
      untilSequence: boundary,
      messages: state.covered,
      coveredTokens,
      actor,
      note,
    });
    return stored ? 'stored' : 'lost';
  } finally {
    if (isOpen) await releaseCompaction(agent, conversationId, claimId);
  }
}

async function answer(agent: OwnedAgent, conversationId: bigint, state: CompactionState): Promise<CompactAnswer> {
  const newest = await readTalk(agent.id, conversationId, state.summary?.untilSequence ?? 0, 2 ** 31 - 1);
  return presentCompaction(conversationId, state, talkTokens(newest));
}
