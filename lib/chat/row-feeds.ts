import { log } from '@/lib/platform/log';
import { endFeed, notifyReaders, type ReplyFeed } from './live-replies';
import { readFollowedReplies, type ReplyRow } from './queries';

const POLL_MS = 300;

const followed = new Map<string, Set<ReplyFeed>>();
let timer: NodeJS.Timeout | undefined;
let reading = false;

/** Takes what a row holds into a feed. A row lags behind its writer, so it never shortens what was read already. */
export function updateFeed(feed: ReplyFeed, row: ReplyRow): void {
  const ended = row.status !== 'queued' && row.status !== 'processing';
  if (row.content.length > feed.text.length) feed.text = row.content;
  if (row.toolCalls && row.toolCalls.length > feed.toolCalls.length) feed.toolCalls = row.toolCalls;
  if (!ended) return notifyReaders(feed);
  endFeed(feed, {
    status: row.status as 'completed' | 'stopped' | 'error',
    suggestedChips: row.suggestedChips ?? [],
    ...(row.error ? { error: row.error } : {}),
    ...(row.errorCode ? { errorCode: row.errorCode } : {}),
  });
}

async function readRows(): Promise<void> {
  if (reading) return;
  reading = true;
  try {
    for (const [id, feeds] of followed) {
      for (const feed of feeds) if (feed.end || feed.listeners.size === 0) feeds.delete(feed);
      if (feeds.size === 0) followed.delete(id);
    }
    if (followed.size === 0) {
      clearInterval(timer);
      timer = undefined;
      return;
    }
    const asked = [...followed];
    const rows = new Map((await readFollowedReplies(asked.map(([id]) => id))).map((row) => [row.id, row]));
    for (const [id, feeds] of asked) {
      const row = rows.get(id);
      for (const feed of feeds) {
        if (row) updateFeed(feed, row);
        else endFeed(feed, { status: 'error', suggestedChips: [], error: 'This conversation was deleted.', errorCode: 'NOT_FOUND' });
      }
    }
  } catch (error) {
    log().warn({ error }, 'the replies of other processes could not be read');
  } finally {
    reading = false;
  }
}

/** Keeps a feed up to date from its row while somebody reads it: for replies that another process writes. */
export function followRow(feed: ReplyFeed): void {
  const feeds = followed.get(feed.replyId) ?? new Set();
  feeds.add(feed);
  followed.set(feed.replyId, feeds);
  timer ??= setInterval(() => void readRows(), POLL_MS);
}
