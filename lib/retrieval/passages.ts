import { splitIntoWindows } from '@/lib/llm/embedder/windows';
import { foldText, wordsOf } from '@/lib/platform/text-search';

/** Passages have places `PLACES_A_MESSAGE × sequence + part`. More than any message has parts. */
export const PLACES_A_MESSAGE = 100;

const LETTERS_A_PIECE = 4;

/** The parts of a message that are found on their own: at most 80 words each, which is what the embedded encoder reads. */
export function passagesOf(content: string): string[] {
  return splitIntoWindows(content, (word) => Math.ceil(word.length / LETTERS_A_PIECE));
}

/** No text of fewer characters has a second part, since a window holds at least 80 words of one letter and a blank. */
const ONE_PART_CHARACTERS = 160;

/** A part of a message by its number; all of it where that part is no more. */
export function passageAt(content: string, part: number): string {
  if (part === 0 && content.length < ONE_PART_CHARACTERS) return content;
  return passagesOf(content)[part] ?? content;
}

/** Who said a message, as a passage bears it: the first word of a name, or the role. */
export function speakerKey(role: string, speaker: string | null): string {
  return (speaker === null ? undefined : wordsOf(speaker)[0]) ?? foldText(role);
}
