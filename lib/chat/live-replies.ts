import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { OwnedAgent } from '@/lib/auth/principal';

/** A tool call of a reply, and after how many UTF-16 units of its text it came. */
export type FeedToolCall = {
  id: string;
  name: string;
  input: unknown;
  output: unknown;
  error: string | null;
  durationMs: number;
  offset: number;
};

/** How a reply ended. */
export type ReplyEnd = { status: 'completed' | 'stopped' | 'error'; suggestedChips: string[]; error?: string; errorCode?: string };

/** What readers follow of one reply: its text so far, and then its end. Every reader keeps a place of its own in it. */
export type ReplyFeed = {
  replyId: string;
  conversationId: bigint;
  text: string;
  toolCalls: FeedToolCall[];
  end?: ReplyEnd;
  listeners: Set<() => void>;
};

/** Why a reply of this process is cut short. `lost`: it is no longer this process's to write. */
export type Interruption = 'stopped' | 'shutdown' | 'lost';

/** A reply that this process writes. */
export type LiveReply = {
  feed: ReplyFeed;
  agent: OwnedAgent;
  userMessageId: string;
  userSequence: number;
  question: string;
  reservedTokens: number;
  /** While the reservation is being raised: until it is. */
  raising?: Promise<void> | undefined;
  state: 'queued' | 'processing' | 'finishing';
  abort: AbortController;
  interruption?: Interruption;
  /** Until when nobody else may end this reply, by this process's clock. */
  leaseUntilMs: number;
  acceptedAtMs: number;
  /** Resolved when the reply is no longer this process's, however it ended. */
  gone: Promise<void>;
};

type ChatProcess = {
  /** Stands as `lease_owner` on the replies of this process. */
  id: string;
  replies: Map<string, LiveReply>;
  /** Requests that are about to add a reply. */
  accepting: number;
  draining: boolean;
  dirty: Set<ReplyFeed>;
};

const holder = globalThis as typeof globalThis & { selfclawChat?: ChatProcess };

/** The replies of this process: one set, however often a bundler loads this module. */
export const chatProcess: ChatProcess = (holder.selfclawChat ??= {
  id: `${hostname().slice(0, 40)}:${process.pid}:${randomBytes(4).toString('hex')}`,
  replies: new Map(),
  accepting: 0,
  draining: false,
  dirty: new Set(),
});

/** An empty feed. */
export function createFeed(replyId: string, conversationId: bigint): ReplyFeed {
  return { replyId, conversationId, text: '', toolCalls: [], listeners: new Set() };
}

/** Tells the readers of a feed that it has grown; changes of the same turn of the event loop are told once. */
export function notifyReaders(feed: ReplyFeed): void {
  if (feed.listeners.size === 0) return;
  if (chatProcess.dirty.size === 0) setImmediate(notifyDirty);
  chatProcess.dirty.add(feed);
}

function notifyDirty(): void {
  const feeds = [...chatProcess.dirty];
  chatProcess.dirty.clear();
  for (const feed of feeds) for (const listener of [...feed.listeners]) listener();
}

/** Ends a feed for all its readers. */
export function endFeed(feed: ReplyFeed, end: ReplyEnd): void {
  feed.end ??= end;
  notifyReaders(feed);
}

/** Cuts a reply of this process short. The first reason counts. */
export function interrupt(live: LiveReply, reason: Interruption): void {
  live.interruption ??= reason;
  live.abort.abort();
}

/** The replies of a conversation that this process still holds. */
export function liveRepliesOf(conversationId: bigint): LiveReply[] {
  return [...chatProcess.replies.values()].filter((live) => live.feed.conversationId === conversationId);
}
