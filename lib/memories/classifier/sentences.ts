const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

const MAX_MESSAGE = 8_000;
const MAX_SENTENCES = 40;

/** From here on the message is text to work on, or play, and no statement of its writer. */
const TURNS_AWAY =
  /^(?:(?:please|now|hey|ok|hi|hello|can you|could you|would you|will you)[,\s]+)*(?:translate|rewrite|rephrase|paraphrase|proofread|correct|summari[sz]e|edit|improve|shorten|reply to|respond to|answer this|continue (?:this|the)|complete (?:this|the)|write|draft|compose|imagine|pretend|suppose|assume|let's (?:pretend|say|assume|imagine|play)|role-?play|act as|here(?:'s| is| are) (?:the|my|an?) (?:text|draft|letter|email|mail|story|essay|article|paragraph|poem|log|code|message))\b(?!\s*[,.!])/i;

const NOT_TO_BE_KEPT =
  /\b(?:off the record|between (?:you and me|us)|(?<!\bi )(?:do not|don't|no need to|never) (?:save|store|remember|record|keep|note|memori[sz]e) (?:any(?:thing)? (?:of )?)?(?:this|that|it|what|anything)\b)/i;

const FILLERS = new RegExp(
  '^(?:' +
    [
      // Greetings and answers lead in only where a mark parts them from the rest: "No one …" must stay.
      '(?:by the way|btw|fyi|just so you know|for your information|for the record|to be honest|honestly|actually|anyway|well|so|oh|ah|yes|yeah|no|ok|okay|sure|hi|hello|hey|hey there|hi there|good (?:morning|evening|afternoon)|thanks|thank you)\\s*[,!:.–—]+',
      '(?:by the way|btw|just so you know)',
      "(?:and|but|also|plus|so|oh|well|hi|hey|actually|yes)(?= (?:i|i'm|i've|my|we|our)\\b)",
      '(?:i (?:should|must|have to) (?:say|admit|mention)|i (?:just )?want(?:ed)? you to know|you should know) that',
    ].join('|') +
    ')\\s*',
  'i',
);

/** Verbs that may carry on an "I …" clause after "and" without a subject of their own. */
const VERBS = 'live|work|have|study|love|like|enjoy|hate|own|speak|play|drive|run|teach|prefer|use|collect';
const SECOND_CLAUSE = new RegExp(
  `^(i (?:${VERBS})\\b.*?|i(?:'m| am) (?!.*\\b(?:to|if|when)\\b).*?),? and (?:also )?((?:${VERBS})\\b.*)$`,
  'i',
);

/**
 * The sentences in which the writer of a message speaks for themselves: without code, quoted lines and what follows a request
 * to work on a text or to play a part. Statements joined by "and I" are parted, because each is a memory of its own.
 *
 * @returns nothing at all when the writer asks that it be not kept.
 */
export function readStatements(message: string): string[] {
  const text = message
    .slice(0, MAX_MESSAGE)
    .replace(/[’‘]/g, "'")
    .replace(/```[\s\S]*?(?:```|$)/g, '\n')
    .replace(/^\s*(?:>|\|).*$/gm, '');
  if (NOT_TO_BE_KEPT.test(text)) return [];
  const sentences: string[] = [];
  for (const line of text.split(/\n+/)) {
    for (const { segment } of segmenter.segment(line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, ''))) {
      const sentence = segment.trim();
      if (TURNS_AWAY.test(sentence)) return sentences;
      if (sentence !== '') sentences.push(...splitClauses(leadStraightIn(sentence)));
      if (sentences.length >= MAX_SENTENCES) return sentences;
    }
  }
  return sentences;
}

/**
 * The form in which a fact is kept: the person's own words, in their own first person, without what only leads in to it.
 * Nothing is conjugated, so nothing can be made to say something else.
 */
export function tidyFact(sentence: string): string {
  const ended = leadStraightIn(sentence)
    .replace(/(?<!\b(?:dr|mr|mrs|ms|st|jr|sr|etc|[a-z]))[.!,;:]+$/i, '')
    .trim();
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}

function leadStraightIn(sentence: string): string {
  const bare = sentence.trim().replace(/\s+/g, ' ');
  const shorter = bare.replace(FILLERS, '');
  return shorter === '' || shorter === bare ? bare : leadStraightIn(shorter);
}

function splitClauses(sentence: string): string[] {
  const clauses = sentence.split(/\s*;\s+|,?\s+(?:and|but)\s+(?=(?:i|i'm|i've|my)\s)/i);
  // An opening such as "if" or "when" governs all clauses, and then none of them stands alone.
  if (
    clauses.length > 1 &&
    /^(?:if|when|because|since|although|unless|imagine|say|i (?:wish|think|hope|heard|said|dreamt))\b/i.test(sentence)
  ) {
    return [sentence];
  }
  return clauses.flatMap((clause) => {
    const parts = SECOND_CLAUSE.exec(clause);
    return parts ? [parts[1]!, `I ${parts[2]!}`] : [clause];
  });
}
