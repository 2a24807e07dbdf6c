import { findSoulFault } from '@/lib/soul/soul-faults';

/** Sentences that are no facts about somebody but tell the agent what to do. */
const ORDERS: readonly RegExp[] = [
  /\b(?:you|your (?:agent|assistant)|the (?:agent|assistant|model|ai)|this (?:agent|assistant|model))\b[^.;\n]{0,40}\b(?:must|should|shall|have to|has to|need to|needs to|are to|is to|may|can|will)\b/i,
  /\b(?:wants?|needs?|asks?|expects?|instructs?|tells?|orders?|requires?|allows?|permits?|authori[sz]es?)\b[^.;\n]{0,30}\b(?:you|agent|assistant|model|ai)\b/i,
  /(?:^|[.:;]\s*)(?:please\s+)?(?:always|never|do not|don't)\b/i,
  /(?:^|[.:;]\s*)(?:please\s+)?(?:execute|run|call|send|transfer|approve|visit|open|click|reply|respond|answer|act|pretend|obey|follow)\s+(?:the|this|that|these|those|all|every|any|a|an|as|in|with|only|to|on|your|my|me|us|it|them|no)\b/i,
];

/**
 * Whether a text that came from others may stand where the owner decides on it, such as a proposed task: no secret, no words to a model, no
 * address but those that the owner gave.
 */
export function isHarmless(text: string, given: string): boolean {
  return findSoulFault(text, given) === undefined;
}

/**
 * Whether a text that came from the internet, or that a model made of it, may stand among what the agent knows: harmless, and no
 * order to anybody. What this also catches of honest findings is left out, and nothing is lost but a line.
 *
 * @param given the owner's own words
 */
export function isFit(text: string, given: string): boolean {
  return isHarmless(text, given) && !ORDERS.some((pattern) => pattern.test(text.normalize('NFKC')));
}

const line = (text: string) => text.toWellFormed().replaceAll('\u0000', '').replace(/\s+/g, ' ').trim();

/** The sentences of a text that are fit, within so many characters. */
export function keepFitSentences(text: string, given: string, limit: number): string {
  const sentences = line(text).match(/[^.!?]+(?:[.!?]+|$)/g) ?? [];
  let kept = '';
  for (const sentence of sentences.map((part) => part.trim()).filter((part) => isFit(part, given))) {
    if (kept.length + sentence.length + 1 > limit) break;
    kept = kept === '' ? sentence : `${kept} ${sentence}`;
  }
  // A sentence at a time an order could pass in pieces; as a whole it must be fit as well.
  return isFit(kept, given) ? kept : '';
}

/** Short texts that are fit, each within so many characters, without repetitions. */
export function keepFitLines(
  texts: readonly string[],
  given: string,
  { most, limit, fits = isFit }: { most: number; limit: number; fits?: typeof isFit },
): string[] {
  const lines = texts.map(line).filter((text) => text !== '' && text.length <= limit && fits(text, given));
  return [...new Set(lines)].slice(0, most);
}
