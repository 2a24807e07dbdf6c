const SMALLEST_NUMBER = 2;
const LARGEST_NUMBER = 4;
const LONGEST_CHIP_CHARACTERS = 60;

const GENERAL_CHIPS = ['What can you help me with?', 'What do you remember about me?', 'Tell me something interesting'];

export type ChipContext = {
  /** The chips of the agent's persona template. */
  personaChips: readonly string[];
  reply: string;
  lastUserMessage: string;
  /** Names of the tools that the reply called. */
  calledTools?: readonly string[];
  finishReason?: string;
};

/**
 * Up to four short replies that the owner may want next, at least two, from the reply itself and the persona. The same
 * reply gives the same chips; no model is asked.
 */
export function suggestChips(context: ChipContext): string[] {
  const { reply, lastUserMessage, calledTools = [], finishReason } = context;
  const isUnfinished = finishReason === 'length' || finishReason === 'step-limit' || finishReason === 'stopped';
  const proposed = [
    isUnfinished ? 'Go on' : undefined,
    ...choicesOffered(reply),
    endsWithQuestion(reply) ? 'Yes, please' : undefined,
    calledTools.includes('remember') ? 'What do you remember about me?' : undefined,
    /```/.test(reply) ? 'Explain this step by step' : undefined,
    reply.length > 1_200 ? 'Summarise that in three lines' : undefined,
    /^\s*\d+[.)]\s/m.test(reply) ? 'Tell me more about the first one' : undefined,
    ...rotate(context.personaChips, lastUserMessage.length + reply.length),
    ...GENERAL_CHIPS,
  ];
  const chips: string[] = [];
  for (const proposal of proposed) {
    const chip = proposal?.replace(/\s+/g, ' ').trim();
    if (!chip || chip.length > LONGEST_CHIP_CHARACTERS) continue;
    if (isSame(chip, lastUserMessage) || chips.some((known) => isSame(known, chip))) continue;
    const isFiller = GENERAL_CHIPS.includes(chip) && !calledTools.includes('remember');
    if (isFiller && chips.length >= SMALLEST_NUMBER) continue;
    chips.push(chip);
    if (chips.length === LARGEST_NUMBER) break;
  }
  return chips;
}

/** `Would you like tea or coffee?` offers `tea` and `coffee`. Only two short choices at the very end count. */
function choicesOffered(reply: string): string[] {
  const question = reply.trim().match(/(?:^|[.!?\n]\s*)([^.!?\n]{3,120})\?$/)?.[1];
  const choice = question?.match(
    /\b(?:prefer|like|want|choose|be it|be)\s+(?:the |a |an )?([\p{L}\p{N} -]{2,24}?),? or (?:the |a |an )?([\p{L}\p{N} -]{2,24})$/iu,
  );
  return choice ? [choice[1], choice[2]].filter((text) => text !== undefined).map(capitalise) : [];
}

function endsWithQuestion(reply: string): boolean {
  return /\b(?:shall i|should i|would you like me to|do you want me to|want me to)\b[^.!?\n]*\?\s*$/i.test(reply);
}

function rotate(chips: readonly string[], seed: number): string[] {
  if (chips.length === 0) return [];
  const start = seed % chips.length;
  return [...chips.slice(start), ...chips.slice(0, start)];
}

function isSame(left: string, right: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return plain(left) === plain(right);
}

function capitalise(text: string): string {
  const trimmed = text.trim();
  return trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
}
