import type { MessageWire } from './schema';

/** A page of messages as the server gives it. */
export type MessagePage = { messages: MessageWire[]; conversationId: number; limit: number; offset: number; total: number };

/** What is known of a conversation: its end without a gap, and how many messages there are in all. */
export type Thread = {
  messages: MessageWire[];
  conversationId: number;
  total: number;
  /** Being deleted: shown until its page is left, and not asked for again. */
  gone?: boolean;
};

/** Whether there are messages before the first known one. */
export const hasOlder = ({ messages, total }: Thread): boolean => messages.length < total;

/** Keeps the known object of a message that did not change, so that its row is not drawn again. */
function reuse(known: readonly MessageWire[], fresh: readonly MessageWire[]): MessageWire[] {
  const byId = new Map(known.map((message) => [message.id, message]));
  return fresh.map((message) => {
    const before = byId.get(message.id);
    return before && JSON.stringify(before) === JSON.stringify(message) ? before : message;
  });
}

/**
 * The conversation after its newest page was read again: the page is the truth from its first message on; what is known before it
 * stays. Where the page does not reach back to what is known, the older part is forgotten rather than shown with a gap.
 */
export function takeNewest(known: Thread | undefined, page: MessagePage): Thread {
  const { conversationId, total } = page;
  const messages = reuse(known?.messages ?? [], page.messages);
  const first = messages[0];
  const place = first ? (known?.messages.findIndex(({ id }) => id === first.id) ?? -1) : -1;
  const older = known && place > 0 ? known.messages.slice(0, place) : [];
  return { messages: [...older, ...messages], conversationId, total: Math.max(total, older.length + messages.length) };
}

/** The conversation with the page before `beforeId`; unchanged when its beginning has moved meanwhile. */
export function takeOlder(known: Thread, page: MessagePage, beforeId: string): Thread {
  if (known.messages[0]?.id !== beforeId) return known;
  const messages = [...page.messages, ...known.messages];
  // A page that is not full is the first one: what the count still promises is not there.
  const total = page.messages.length < page.limit ? messages.length : Math.max(known.total, messages.length);
  return { ...known, messages, total };
}

/** The conversation with messages at its end that the server has taken in. */
export function append(known: Thread, added: readonly MessageWire[]): Thread {
  const missing = added.filter(({ id }) => known.messages.every((message) => message.id !== id));
  return { ...known, messages: [...known.messages, ...missing], total: known.total + missing.length };
}

/** The conversation with other messages in the place of one and of all that followed it. */
export function replaceFrom(known: Thread, messageId: string, added: readonly MessageWire[]): Thread {
  const place = known.messages.findIndex(({ id }) => id === messageId);
  if (place === -1) return known;
  const messages = [...known.messages.slice(0, place), ...added];
  return { ...known, messages, total: known.total - known.messages.length + messages.length };
}
