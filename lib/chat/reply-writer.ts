import { log } from '@/lib/platform/log';
import { chatProcess, interrupt, type LiveReply } from './live-replies';
import { storeParts } from './queries';

const FIRST_STORE_MS = 100;
const STORE_EVERY_MS = 250;

const behind = new Set<LiveReply>();
let timer: NodeJS.Timeout | undefined;
let storing = false;
let storedAtMs = 0;

async function store(): Promise<void> {
  const replies = [...behind].filter((live) => live.state === 'processing');
  behind.clear();
  if (replies.length === 0) return;
  const parts = replies.map(({ feed }) => ({
    replyId: feed.replyId,
    content: feed.text,
    toolCalls: feed.toolCalls.length > 0 ? feed.toolCalls : null,
  }));
  try {
    const stored = new Map((await storeParts(chatProcess.id, parts)).map((row) => [row.id, row]));
    for (const live of replies) {
      const row = stored.get(live.feed.replyId);
      if (!row && live.state === 'processing') interrupt(live, 'lost');
      if (row?.stopRequested) interrupt(live, 'stopped');
    }
  } catch (error) {
    // The next time, or the end of the reply, stores all of it.
    log().warn({ error, replies: replies.length }, 'parts of replies were not stored');
  }
}

function schedule(): void {
  if (timer || storing || behind.size === 0) return;
  const delayMs = Math.max(FIRST_STORE_MS, storedAtMs + STORE_EVERY_MS - performance.now());
  timer = setTimeout(() => {
    timer = undefined;
    storing = true;
    storedAtMs = performance.now();
    void store().finally(() => {
      storing = false;
      schedule();
    });
  }, delayMs);
}

/**
 * Notes that a reply has grown. The text of all replies that this process writes is stored together, soon after a first word and then
 * at most every 250 ms, so that other processes can read along and a crash loses little; a fast reply is stored once, at its end.
 * Each time the process hears which of them to stop.
 */
export function noteProgress(live: LiveReply): void {
  behind.add(live);
  schedule();
}

/** Forgets a reply whose end is stored instead. What is on its way changes nothing that has ended. */
export function forgetProgress(live: LiveReply): void {
  behind.delete(live);
}
