import { splitIntoWindows } from '@/lib/llm/embedder/windows';
import { foldText, wordsOf } from '@/lib/platform/text-search';

/** Passages have places `PLACES_A_MESSAGE × sequence + part`. More than any message has parts. */
export const PLACES_A_MESSAGE = 100;

const LETTERS_A_PIECE = 4;

/** The parts of a message that are found on their own: at most 80 words each, which is what the embedded encoder reads. */
export function passagesOf(content: string): string[] {
  return splitIntoWindows(content, (word) => Math.ceil(word.length / LETTERS_A_PIECE));
}

/** Who said a message, as a passage bears it: the first word of a name, or the role. */
export function speakerKey(role: string, speaker: string | null): string {
  return (speaker === null ? undefined : wordsOf(speaker)[0]) ?? foldText(role);
}
