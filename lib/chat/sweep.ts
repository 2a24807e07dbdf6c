import { endDeadReplies } from './settlement';

/** The code and the sentence of replies whose process died or was stopped. */
export const INTERRUPTED = {
  code: 'INTERRUPTED',
  message: 'The server stopped while it wrote this reply. Regenerate it to get a whole one.',
};

/** Ends the replies that a dead process left open, so that none stays "processing" for longer than its lease. */
export function sweepDeadReplies(): Promise<number> {
  return endDeadReplies(INTERRUPTED.code, INTERRUPTED.message);
}
