import type { MarkDone } from '@/lib/api/idempotency';
import type { WireAnswer } from '@/lib/api/wire-answer';
import { type OwnedAgent, type Principal, principalKey } from '@/lib/auth/principal';
import { providers } from '@/lib/llm/runtime';
import { estimateTokens } from '@/lib/llm/tokens';
import { redactSecrets } from '@/lib/memories/secrets';
import { sha256 } from '@/lib/platform/crypto';
import { env } from '@/lib/platform/env';
import { type Refusal, isRefusal, refuse } from '@/lib/platform/errors';
import { newId, newNumericId } from '@/lib/platform/ids';
import { metrics } from '@/lib/platform/metrics';
import { searchableText } from '@/lib/platform/text-search';
import { acceptTurn, type NewTurn, type ReservationRule } from './acceptance';
import { startReply } from './generation';
import { LEASE_SECONDS } from './leases';
import { chatProcess, createFeed, endFeed, interrupt, type ReplyFeed } from './live-replies';
import { presentResult, presentStarted, presentStream } from './present';
import { type ReplyRow, readReply, requestStop } from './queries';
import { OUTPUT_CAP_TOKENS, quotaDay, quotaExceeded, type QuotaState } from './quota';
import { type RevisedTurn, replaceLastReply, replaceUserMessage } from './revision';
import { followRow, updateFeed } from './row-feeds';

const TITLE_CHARACTERS = 60;

type Started = { replyId: string; userMessageId: string; conversationId: bigint; quota: QuotaState; feed?: ReplyFeed };

const notFound = () => refuse('NOT_FOUND', 'Reply not found');

/** The first words of a message, for a conversation that begins with it. Secrets are left out: titles stand in lists and search results. */
export function titleOf(message: string): string {
  const line = redactSecrets(message).replace(/\s+/g, ' ').trim();
  if (line.length <= TITLE_CHARACTERS) return line;
  const cut = line.slice(0, TITLE_CHARACTERS);
  const words = cut.slice(0, Math.max(cut.lastIndexOf(' '), TITLE_CHARACTERS / 2));
  return `${words
    .toWellFormed()
    .replace(/\uFFFD$/, '')
    .trimEnd()}…`;
}

async function reservationRule(message: string): Promise<ReservationRule> {
  const model = await providers().resolveChatModel(null);
  return {
    metered: model.kind !== 'recall',
    messageTokens: estimateTokens(message),
    promptBudgetTokens: model.promptBudgetTokens,
    outputCapTokens: OUTPUT_CAP_TOKENS,
    limitTokens: env().DAILY_TOKEN_LIMIT,
    day: quotaDay(),
  };
}

function newTurn(principal: Principal, message: string): NewTurn {
  return {
    userMessageId: newId(),
    replyId: newId(),
    text: message,
    search: searchableText(message),
    dedupeHash: sha256(`${principalKey(principal)}\n${message}`),
    leaseOwner: chatProcess.id,
    leaseSeconds: LEASE_SECONDS,
  };
}

/** Runs what adds a reply to this process, if it may have one more. */
async function withRoom(agent: OwnedAgent, add: () => Promise<Started | Refusal>): Promise<Started | Refusal> {
  if (agent.status === 'paused') return refuse('CONFLICT', 'This agent is paused. Set it active to talk with it.');
  const busy = chatProcess.replies.size + chatProcess.accepting >= env().MAX_OPEN_REPLIES;
  if (busy || chatProcess.draining) {
    metrics().shed.inc();
    const sentence = busy ? 'Too many replies are being written right now.' : 'The server is stopping.';
    return refuse('SERVICE_UNAVAILABLE', `${sentence} Please try again in a moment.`, { retryAfterMs: 2_000 });
  }
  chatProcess.accepting += 1;
  try {
    return await add();
  } finally {
    chatProcess.accepting -= 1;
  }
}

async function takeMessage(
  agent: OwnedAgent,
  principal: Principal,
  message: string,
  conversationId: bigint | null,
  markDone: MarkDone | undefined,
): Promise<Started | Refusal> {
  const rule = await reservationRule(message);
  const turn = newTurn(principal, message);
  const place = conversationId === null ? { newConversationId: newNumericId(), title: titleOf(message) } : { conversationId };
  const accepted = await acceptTurn(agent, place, turn, rule, markDone);
  if (accepted.kind === 'not-found') return refuse('NOT_FOUND', 'Conversation not found');
  if (accepted.kind === 'over-quota') return quotaExceeded(accepted.quota);
  const { quota } = accepted;
  if (accepted.kind === 'twin') {
    const { replyId, userMessageId } = accepted;
    return { replyId, userMessageId, conversationId: accepted.conversationId, quota };
  }
  const { feed } = startReply({
    replyId: turn.replyId,
    conversationId: accepted.conversationId,
    status: accepted.status,
    agent,
    userMessageId: turn.userMessageId,
    userSequence: accepted.sequence - 1,
    question: message,
    reservedTokens: accepted.reservedTokens,
  });
  return { replyId: turn.replyId, userMessageId: turn.userMessageId, conversationId: accepted.conversationId, quota, feed };
}

/** What a reader follows: the live reply of this process, or the row that another one writes. */
function openFeed(row: ReplyRow): ReplyFeed {
  const live = chatProcess.replies.get(row.id);
  if (live) return live.feed;
  const feed = createFeed(row.id, row.conversationId);
  updateFeed(feed, row);
  if (!feed.end) followRow(feed);
  return feed;
}

/** Whether a caller wants the reply as events rather than polling for it. */
export function wantsStream(request: Request, poll: string | undefined): boolean {
  if (poll === 'true' || poll === '1') return false;
  return request.headers.get('accept')?.toLowerCase().includes('text/event-stream') ?? false;
}

/**
 * Takes a message in and starts its reply: `202` with the ids to poll, or with `stream` the events of the reply.
 * Refuses NOT_FOUND, CONFLICT (paused agent), QUOTA_EXCEEDED and SERVICE_UNAVAILABLE.
 */
export async function sendMessage(
  agent: OwnedAgent,
  principal: Principal,
  input: { message: string; conversationId?: bigint | null | undefined; stream: boolean },
  markDone?: MarkDone,
) {
  const started = await withRoom(agent, () => takeMessage(agent, principal, input.message, input.conversationId ?? null, markDone));
  if (isRefusal(started)) return started;
  if (!input.stream) return presentStarted(started);
  if (started.feed) return presentStream(started.feed, started.quota);
  const row = await readReply(agent, started.replyId, quotaDay());
  return row ? presentStream(openFeed(row), started.quota) : notFound();
}

/** The state of a reply, for those who poll. */
export async function readResult(agent: OwnedAgent, replyId: string) {
  const row = await readReply(agent, replyId, quotaDay());
  return row ? presentResult(row) : notFound();
}

/** The events of a reply from its start, or from the place that `Last-Event-ID` names. */
export async function followReply(agent: OwnedAgent, replyId: string, lastEventId: string | null): Promise<WireAnswer | Refusal> {
  const row = await readReply(agent, replyId, quotaDay());
  if (!row) return notFound();
  const fromUnit = lastEventId && /^\d{1,9}$/.test(lastEventId) ? Number(lastEventId) : 0;
  return presentStream(openFeed(row), row, fromUnit);
}

/** Stops a reply. What was written is kept; a reply that ended already stays as it is. */
export async function stopReply(agent: OwnedAgent, replyId: string) {
  const status = await requestStop(agent, replyId);
  if (!status) return notFound();
  const live = chatProcess.replies.get(replyId);
  if (live && (status === 'processing' || status === 'stopped')) interrupt(live, 'stopped');
  if (live?.state === 'queued' && status === 'stopped') endFeed(live.feed, { status: 'stopped', suggestedChips: [] });
  return {
    success: true as const,
    messageId: replyId,
    status: status === 'processing' || status === 'queued' ? ('stopping' as const) : status,
  };
}

function startRevised(agent: OwnedAgent, replyId: string, revised: RevisedTurn): Started {
  const { feed } = startReply({ ...revised, replyId, agent, status: 'processing' });
  return { replyId, userMessageId: revised.userMessageId, conversationId: revised.conversationId, quota: revised.quota, feed };
}

/** Writes the last reply of a conversation anew. */
export async function regenerateReply(agent: OwnedAgent, replyId: string) {
  const started = await withRoom(agent, async () => {
    const turn = { replyId: newId(), leaseOwner: chatProcess.id, leaseSeconds: LEASE_SECONDS };
    const revised = await replaceLastReply(agent, replyId, turn, await reservationRule(''));
    return isRefusal(revised) ? revised : startRevised(agent, turn.replyId, revised);
  });
  return isRefusal(started) ? started : presentStarted(started);
}

/** Puts other words in the place of a message of the owner and replies to them; what followed it leaves the conversation. */
export async function editMessage(agent: OwnedAgent, principal: Principal, messageId: string, message: string) {
  const started = await withRoom(agent, async () => {
    const turn = newTurn(principal, message);
    const revised = await replaceUserMessage(agent, messageId, turn, await reservationRule(message));
    return isRefusal(revised) ? revised : startRevised(agent, turn.replyId, revised);
  });
  return isRefusal(started) ? started : presentStarted(started);
}
