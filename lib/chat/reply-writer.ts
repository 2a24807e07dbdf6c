import { log } from '@/lib/platform/log';
import { chatProcess, interrupt, type LiveReply } from './live-replies';
import { flushReply } from './queries';

const FIRST_FLUSH_MS = 100;
const FLUSH_EVERY_MS = 250;

/** Stores the text of a reply while it is written. */
export type ReplyWriter = {
  /** Something was added. */
  note: () => void;
  /** Stores no more, and waits for what is being stored. */
  close: () => Promise<void>;
};

/**
 * Stores the text of a reply soon after its first word and then at most every 250 ms, so that other processes can read along
 * and a crash loses little; a fast reply is stored once, at its end. Each time it hears whether to stop.
 */
export function createReplyWriter(live: LiveReply): ReplyWriter {
  let delayMs = FIRST_FLUSH_MS;
  let timer: NodeJS.Timeout | undefined;
  let storing: Promise<void> | undefined;
  let isBehind = false;
  let isClosed = false;

  async function store(): Promise<void> {
    isBehind = false;
    const { replyId, text, toolCalls } = live.feed;
    try {
      const stored = await flushReply(replyId, chatProcess.id, text, toolCalls.length > 0 ? toolCalls : null);
      if (!stored) interrupt(live, 'lost');
      else if (stored.stopRequested) interrupt(live, 'stopped');
    } catch (error) {
      // The next flush, or the end, stores all of it.
      log().warn({ error, replyId }, 'a part of a reply was not stored');
    }
  }

  function schedule(): void {
    if (isClosed || timer || storing) return;
    timer = setTimeout(() => {
      timer = undefined;
      storing = store().finally(() => {
        storing = undefined;
        if (isBehind) schedule();
      });
    }, delayMs);
    delayMs = FLUSH_EVERY_MS;
  }

  return {
    note: () => {
      isBehind = true;
      schedule();
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await storing;
    },
  };
}
