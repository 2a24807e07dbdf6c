import { setTimeout as sleep } from 'node:timers/promises';
import { generateReply } from '@/lib/llm/generate';
import type { ReplyOutcome } from '@/lib/llm/reply-types';
import { isConflict, isDatabaseUnavailable } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import { metrics } from '@/lib/platform/metrics';
import { keepLeases, LEASE_SECONDS, leaseEndMs } from './leases';
import { chatProcess, createFeed, endFeed, interrupt, liveRepliesOf, type LiveReply, notifyReaders } from './live-replies';
import { claimReply, raiseReservation } from './queries';
import { OUTPUT_CAP_TOKENS } from './quota';
import { describeEnd, FAILED } from './reply-end';
import { forgetProgress, noteProgress } from './reply-writer';
import { followRow } from './row-feeds';
import { finishReply, type FinishedReply } from './settlement';
import { INTERRUPTED } from './sweep';
import { prepareTurn, type Turn } from './turn';

const OTHER_PROCESS_LOOK_MS = 250;
const SAFETY_LOOK_MS = 5_000;

const OVER_QUOTA = {
  code: 'QUOTA_EXCEEDED',
  message: "The agent's tokens of today do not cover this reply. They are renewed at 00:00 UTC.",
};

export type ReplyToWrite = Pick<LiveReply, 'agent' | 'userMessageId' | 'userSequence' | 'question' | 'reservedTokens'> & {
  replyId: string;
  conversationId: bigint;
  status: 'queued' | 'processing';
};

/** Writes an accepted reply in this process, whatever becomes of the request that asked for it. */
export function startReply(reply: ReplyToWrite): LiveReply {
  let leave = () => {};
  const live: LiveReply = {
    feed: createFeed(reply.replyId, reply.conversationId),
    agent: reply.agent,
    userMessageId: reply.userMessageId,
    userSequence: reply.userSequence,
    question: reply.question,
    reservedTokens: reply.reservedTokens,
    state: reply.status,
    abort: new AbortController(),
    leaseUntilMs: leaseEndMs(),
    acceptedAtMs: performance.now(),
    gone: new Promise((resolve) => (leave = resolve)),
  };
  chatProcess.replies.set(reply.replyId, live);
  metrics().openReplies.set(chatProcess.replies.size);
  keepLeases();
  void write(live)
    .catch((error: unknown) => {
      log().error({ error, replyId: reply.replyId }, 'the end of a reply could not be stored');
      followRow(live.feed);
    })
    .finally(() => {
      chatProcess.replies.delete(reply.replyId);
      metrics().openReplies.set(chatProcess.replies.size);
      leave();
    });
  return live;
}

/** Tries again while the database cannot be reached, or statements met, and the reply is surely still this process's. */
async function whileLeased<T>(live: LiveReply, work: () => Promise<T>): Promise<T> {
  for (let delayMs = 100; ; delayMs = Math.min(2_000, delayMs * 2)) {
    try {
      return await work();
    } catch (error) {
      const mayPass = isDatabaseUnavailable(error) || isConflict(error);
      if (!mayPass || performance.now() + delayMs >= live.leaseUntilMs) throw error;
      log().warn({ error, replyId: live.feed.replyId }, 'the database did not take a statement; trying again');
      await sleep(delayMs);
    }
  }
}

/** Waits until no earlier reply of the conversation is open. False when the reply ended or was cut short meanwhile. */
async function waitForTurn(live: LiveReply): Promise<boolean> {
  const { signal } = live.abort;
  while (!signal.aborted) {
    const claim = await whileLeased(live, () => claimReply(live.feed.replyId, chatProcess.id, LEASE_SECONDS));
    if (claim === 'started') {
      live.state = 'processing';
      return true;
    }
    if (claim === 'gone') {
      interrupt(live, 'lost');
      return false;
    }
    const before = liveRepliesOf(live.feed.conversationId)
      .filter((other) => other.userSequence < live.userSequence)
      .sort((left, right) => right.userSequence - left.userSequence)[0];
    const pause = sleep(before ? SAFETY_LOOK_MS : OTHER_PROCESS_LOOK_MS, undefined, { signal, ref: false }).catch(() => undefined);
    await (before ? Promise.race([before.gone, pause]) : pause);
  }
  return false;
}

async function write(live: LiveReply): Promise<void> {
  let turn: Turn | undefined;
  let outcome: ReplyOutcome | undefined;
  let failure: { code: string; message: string } | undefined;
  let firstTokenMs: number | null = null;
  try {
    if (live.state === 'processing' || (await waitForTurn(live))) {
      turn = await whileLeased(live, () => prepareTurn(live));
      if (turn && !(await holdEnough(live, turn))) failure = OVER_QUOTA;
      if (turn && !failure && !live.interruption) {
        outcome = await ask(live, turn, () => (firstTokenMs ??= Math.round(performance.now() - live.acceptedAtMs)));
      }
    }
  } catch (error) {
    log().error({ error, replyId: live.feed.replyId }, 'a reply could not be written');
    failure = FAILED;
  }
  if (live.interruption === 'lost') return followRow(live.feed);
  if (live.interruption === 'shutdown' && outcome?.status !== 'completed') failure = INTERRUPTED;
  live.state = 'finishing';
  await live.raising;
  await finish(live, describeEnd(live, turn, outcome, failure, firstTokenMs));
}

/** How far the estimate of a prompt usually lies above its real tokens (10–60 %, see `estimateTokens`). */
const ESTIMATE_MARGIN = 1.3;

/** Raises what the reply holds of the day's tokens to what its prompt turned out to need, where it clearly holds too little. */
async function holdEnough(live: LiveReply, turn: Turn): Promise<boolean> {
  const needed = turn.promptTokens === 0 ? 0 : turn.promptTokens + OUTPUT_CAP_TOKENS;
  if (turn.promptTokens / ESTIMATE_MARGIN + OUTPUT_CAP_TOKENS <= live.reservedTokens || needed === 0) return true;
  const held = await whileLeased(live, () => raiseReservation(live.feed.replyId, chatProcess.id, needed, env().DAILY_TOKEN_LIMIT));
  if (held !== undefined) live.reservedTokens = held;
  return held !== undefined;
}

/** Brings what is stored up to what the reply holds, one statement after the other: they would reckon from each other's earlier rows. */
async function raiseToHeld(live: LiveReply): Promise<void> {
  try {
    for (let raised = 0; raised < live.reservedTokens;) {
      raised = live.reservedTokens;
      await raiseReservation(live.feed.replyId, chatProcess.id, raised, null);
    }
  } catch (error) {
    log().warn({ error, replyId: live.feed.replyId }, 'a reservation could not be raised');
  } finally {
    live.raising = undefined;
  }
}

async function ask(live: LiveReply, turn: Turn, onFirstToken: () => void): Promise<ReplyOutcome> {
  const { feed } = live;
  try {
    return await generateReply({
      model: turn.model,
      messages: turn.messages,
      tools: turn.tools,
      maxOutputTokens: OUTPUT_CAP_TOKENS,
      signal: live.abort.signal,
      onDelta: (delta) => {
        onFirstToken();
        feed.text += delta;
        notifyReaders(feed);
        noteProgress(live);
      },
      onToolCall: (call) => {
        feed.toolCalls.push({ ...call, output: call.output ?? null, error: call.error ?? null, offset: feed.text.length });
        notifyReaders(feed);
        noteProgress(live);
        // The prompt is paid for anew with every tool; what the reply holds must not fall behind what it uses.
        if (turn.promptTokens === 0) return;
        live.reservedTokens += turn.promptTokens;
        live.raising ??= raiseToHeld(live);
      },
    });
  } finally {
    forgetProgress(live);
  }
}

/** Stores the end, with the job that learns from it, and then tells the readers. */
async function finish(live: LiveReply, reply: FinishedReply): Promise<void> {
  const ended = await whileLeased(live, () => finishReply(reply));
  // Somebody else ended it, or our own first try did and its answer was lost: the row says which.
  if (!ended) return followRow(live.feed);
  metrics().replies.inc({ status: reply.status, provider: reply.provider ?? 'none' });
  if (reply.model) {
    metrics().tokens.inc({ direction: 'input', model: reply.model }, reply.inputTokens);
    metrics().tokens.inc({ direction: 'output', model: reply.model }, reply.outputTokens);
  }
  endFeed(live.feed, {
    status: reply.status,
    suggestedChips: reply.suggestedChips,
    ...(reply.error ? { error: reply.error } : {}),
    ...(reply.errorCode ? { errorCode: reply.errorCode } : {}),
  });
}

/** Time that ending the last replies in order may take, in milliseconds. */
const LAST_WRITES_MS = 1_500;

/**
 * Ends this process's part in chats: takes no new message, lets open replies finish for up to `timeoutMs`, then ends the rest
 * as interrupted, with what they had written.
 */
export async function drainGenerations(timeoutMs: number): Promise<void> {
  chatProcess.draining = true;
  const untilMs = performance.now() + timeoutMs;
  const left = () => [...chatProcess.replies.values()].map((live) => live.gone);
  while ((chatProcess.replies.size > 0 || chatProcess.accepting > 0) && performance.now() < untilMs) {
    await Promise.race([Promise.all([...left(), sleep(20)]), sleep(Math.max(0, untilMs - performance.now()), undefined, { ref: false })]);
  }
  for (const live of chatProcess.replies.values()) interrupt(live, 'shutdown');
  await Promise.race([Promise.all(left()), sleep(LAST_WRITES_MS, undefined, { ref: false })]);
}
