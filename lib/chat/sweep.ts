import { searchableText } from '@/lib/platform/text-search';
import { endDeadReplies, findDeadReplies } from './settlement';

/** The code and the sentence of replies whose process died or was stopped. */
export const INTERRUPTED = {
  code: 'INTERRUPTED',
  message: 'The server stopped while it wrote this reply. Regenerate it to get a whole one.',
};

/** Ends the replies that a dead process left open, so that none stays "processing" for longer than its lease. Gives how many. */
export async function sweepDeadReplies(): Promise<number> {
  const dead = (await findDeadReplies()).map(({ id, content }) => ({ id, search: searchableText(content) }));
  return dead.length === 0 ? 0 : endDeadReplies(dead, INTERRUPTED.code, INTERRUPTED.message);
}
