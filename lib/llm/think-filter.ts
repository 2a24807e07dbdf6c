const OPENING = '<think>';
const CLOSING = '</think>';

export type ThinkFilter = {
  /** Splits the next piece of text. */
  push: (piece: string) => { text: string; reasoning: string };
  /** What was held back at the end of the answer. */
  flush: () => string;
};

/**
 * Separates the thoughts that some local servers leave in the answer as a leading `<think>…</think>` block. Only a block
 * at the very beginning counts; the same words later belong to the answer.
 */
export function createThinkFilter(): ThinkFilter {
  let phase: 'start' | 'thinking' | 'after-thinking' | 'answer' = 'start';
  let held = '';
  return {
    push: (piece) => {
      if (phase === 'answer') return { text: piece, reasoning: '' };
      held += piece;
      if (phase === 'start') {
        const begin = held.trimStart();
        if (begin.length < OPENING.length && OPENING.startsWith(begin)) return { text: '', reasoning: '' };
        if (!begin.startsWith(OPENING)) return { text: release('answer'), reasoning: '' };
        held = begin.slice(OPENING.length);
        phase = 'thinking';
      }
      let reasoning = '';
      if (phase === 'thinking') {
        const end = held.indexOf(CLOSING);
        // Half of the closing mark may come with the next piece.
        const safe = end >= 0 ? end : Math.max(0, held.length - CLOSING.length + 1);
        reasoning = held.slice(0, safe);
        held = held.slice(end >= 0 ? end + CLOSING.length : safe);
        if (end < 0) return { text: '', reasoning };
        phase = 'after-thinking';
      }
      held = held.trimStart();
      return { text: held === '' ? '' : release('answer'), reasoning };
    },
    flush: () => (phase === 'start' ? release('answer') : ''),
  };

  function release(next: 'answer'): string {
    const text = held;
    held = '';
    phase = next;
    return text;
  }
}
