import type { MessageWire } from '@/lib/conversations/schema';
import type { Thread } from '@/lib/conversations/thread';

/** Messages that are drawn, or left out, together. */
export type Chunk = { key: number; messages: MessageWire[] };

const CHUNK_SIZE = 10;
const CHARACTERS_A_LINE = 74;
const LINE_PX = 26;
const OWN_PX = 86;
const REPLY_PX = 64;
const GAP_PX = 28;

/**
 * A conversation in chunks that are counted from its first message, so that neither older pages nor new messages move a message
 * from one chunk to another.
 */
export function chunksOf({ messages, total }: Pick<Thread, 'messages' | 'total'>): Chunk[] {
  const chunks: Chunk[] = [];
  const first = total - messages.length;
  messages.forEach((message, index) => {
    const key = Math.floor((first + index) / CHUNK_SIZE);
    const last = chunks.at(-1);
    if (last?.key === key) last.messages.push(message);
    else chunks.push({ key, messages: [message] });
  });
  return chunks;
}

/** About how high messages are that were never drawn, in CSS pixels. */
export function estimateHeight(messages: readonly Pick<MessageWire, 'role' | 'content'>[]): number {
  const heights = messages.map(({ role, content }) => {
    const lines = content.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / CHARACTERS_A_LINE)), 0);
    return (role === 'user' ? OWN_PX - LINE_PX : REPLY_PX) + lines * LINE_PX;
  });
  return heights.reduce((sum, height) => sum + height, 0) + GAP_PX * Math.max(0, messages.length - 1);
}
