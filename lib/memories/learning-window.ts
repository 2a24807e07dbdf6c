/** What an exchange taught is filed a while after its reply: so often it is looked for. */
export const LEARNING_INTERVAL_MS = 2_500;
const LEARNING_WINDOW_MS = 60_000;
/** A reply that was left while it was written takes as long as it takes. */
const LEFT_REPLY_MS = 120_000;

/** Until when each agent may learn from what this tab has said to it. */
const learnsUntil = new Map<string, number>();

/** To be called when a reply has ended, or was left before its end. */
export function noteReply(agentId: string, end: 'ended' | 'left'): void {
  learnsUntil.set(agentId, Date.now() + LEARNING_WINDOW_MS + (end === 'left' ? LEFT_REPLY_MS : 0));
}

/** How soon to look again for what an agent has learned, in milliseconds; false where it was not talked with just now. */
export function learningInterval(agentId: string): number | false {
  return Date.now() < (learnsUntil.get(agentId) ?? 0) ? LEARNING_INTERVAL_MS : false;
}
