/** What a person asked for in so many words. Only English is understood. */
export type Command =
  | { kind: 'remember'; fact: string }
  | { kind: 'forget'; what: string }
  | { kind: 'forget-everything' }
  /** To what the conversation has asked. */
  | { kind: 'answer'; value: string }
  | { kind: 'list-memories' }
  | { kind: 'search-memory'; query: string }
  | { kind: 'search-conversations'; query: string }
  | { kind: 'date'; expression: string | null }
  | { kind: 'calculate'; expression: string };

const POLITE = String.raw`^(?:(?:hey|hi|ok|okay|please|also|and|now|so|well|oh)[,!\s]+)*(?:(?:can|could|would|will) you |i(?:'d like| want) you to |you (?:should|must) )?(?:please |also )*`;

const REMEMBER = new RegExp(
  `${POLITE}(?:(?:remember|memori[sz]e|keep in mind|bear in mind|don['’]t (?:ever )?forget|do not forget|never forget)(?: this| the following)?|(?:make|take) (?:a )?note(?: of this)?|note(?: down)?(?= that|:)|(?:save|store|write) (?:this|it|that)(?: down| in your memory)?(?=:| that)|for the record|fyi)(?:\\s*[:,]\\s*(?:that )?|\\s+that\\s+|\\s+)(\\S[\\s\\S]*)$`,
  'i',
);
const NOT_A_FACT = /^(?:when|how|what|who|whom|where|why|which|whether|if|me|us|anything|it|this|that|of)\b/i;

const FORGET = new RegExp(
  `${POLITE}(?:forget|stop remembering|(?:delete|erase|remove|drop)(?= (?:the |my |your |that |this |all )*(?:memory|memories|note|notes|fact|facts|everything you)))\\s+(\\S[\\s\\S]*)$`,
  'i',
);
const FORGET_PREFIX =
  /^(?:what (?:i (?:said|told you|mentioned)|you (?:know|stored|noted|remember)) (?:about|on)\s+|(?:(?:the|my|your|this|that|any|all) )*(?:memory|memories|notes?|facts?)\s+(?:about|that|of|on|saying)\s+|about\s+|that\s+)/i;
const FORGET_ALL =
  /^(?:everything|all|it all|all of it|all (?:my |your |the )?(?:memories|notes|facts)|everything (?:you know|about me|you know about me))[.!]*$/i;

const ANSWER = /^(?:my|the) answer(?: is)?\s*:\s*(\S[\s\S]*)$/i;

const LIST_MEMORIES =
  /^(?:(?:so|and|please|ok|now|hey)[,\s]+)*(?:(?:what|which things) (?:all )?(?:do|did|have) you (?:know|remember(?:ed)?|learn(?:ed|t)?|store[d]?|save[d]?|note[d]?)(?: (?:about|of|on) me| so far)*|(?:tell|show) me (?:everything|all|what) you(?: know| remember| have stored| have)(?: about me)?|(?:show|list)(?: me)?(?: all)?(?: of)? (?:my|your|the) (?:memories|memory|notes|facts)|who am i|what(?:'s| is) in your memory)\s*[.?!]*$/i;

const SEARCH_CONVERSATIONS = [
  /^(?:please )?(?:search|look|find|check)(?: in| through| up)?(?: all)?(?: of)?(?: our| my| the| past| old| earlier| previous)* (?:conversations?|chats?|messages|history)(?: for| about| on|:)+\s*(\S[\s\S]*)$/i,
  /^(?:when|where) did (?:we|i|you) (?:talk|speak|chat|say something|write)(?: to you)? about (\S[\s\S]*)$/i,
  /^when did (?:we|i) (?:mention|discuss) (\S[\s\S]*)$/i,
  /^(?:what did (?:we|i|you) (?:say|talk|discuss|write)|(?:have|did) we (?:ever )?(?:talk(?:ed)?|spoken|chat(?:ted)?|discuss(?:ed)?))(?: about)? (\S[\s\S]*)$/i,
];
const SEARCH_MEMORY =
  /^(?:please )?(?:search|look up|look|find|check)(?: in| through)?(?: my| your| the)? (?:memory|memories|notes)(?: for| about| on|:)+\s*(\S[\s\S]*)$/i;
const SEARCH = /^(?:please )?search (?:for )?(?!(?:the )?(?:web|internet|google|online|news)\b)(\S[\s\S]*)$/i;

const DATE_NAME =
  'today|tomorrow|yesterday|now|(?:next|last|this|coming) \\w+|\\d+ \\w+ (?:ago|from now)|in \\w+ (?:days?|weeks?|months?|years?)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? )?(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b[ \\d,stndrh]*|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}(?:[./]\\d{2,4})?';
const DATE_NOW =
  /^(?:please )?(?:tell me |do you know )?(?:what(?:'s| is)?|which)(?: the| is)?(?: current| today['’]s)? ?(?:day|date|time|year|month)(?: and time| and date| of the week)?(?: is it| is today| do we have| it is)?(?: now| right now| today| here)*\s*[?.!]*$/i;
const DATE_OF = new RegExp(
  `^(?:what|which) (?:day|date|weekday|day of the week)(?: of the week)? (?:is|was|will be|does|did)(?: it)? ((?:${DATE_NAME})[\\s\\S]{0,60}?)(?: fall on| be)?\\s*[?.!]*$`,
  'i',
);
const DATE_UNTIL = new RegExp(
  `^(?:how (?:many (?:days|weeks)|long|much time)(?: is it| are there| left| is left)?(?: until| till| to| since| before)|when is|when was) ((?:the )?(?:${DATE_NAME})[\\s\\S]{0,60}?)\\s*[?.!]*$`,
  'i',
);

const CALCULATE_PREFIX =
  /^(?:please )?(?:can you |could you )?(?:calculate|compute|work out|evaluate|solve|what(?:'s| is| does)|how much (?:is|are|does)|whats)\s*:?\s+(\S[\s\S]*?)(?: equal(?: to)?| make)?\s*[=?.!]*$/i;
const EXPLICIT_CALCULATION = /^(?:please )?(?:can you |could you )?(?:calculate|compute|work out|evaluate)\b/i;
const ARITHMETIC_WORDS =
  /\b(?:plus|minus|times|multiplied by|divided by|to the power of|squared|cubed|square root of|percent of|mod|sqrt|round|log|min|max)\b|%\s*of\b/gi;
const OPERATION =
  /\d\)?\s*[+*/×÷^]\s*[\d(.-]|\d\)?\s+[-−–]\s+[\d(]|%\s*of\s+\d|\b(?:plus|minus|times|by|power of|root of|percent of|mod)\s+\d|\b(?:squared|cubed)\b|\bsqrt\s*\(/i;

/** Finds the command in a message, or null when it holds none. */
export function parseCommand(message: string): Command | null {
  const text = message.trim().replace(/[’‘]/g, "'");
  if (text === '' || text.length > 2_000) return null;
  return parseAnswer(text) ?? parseRemember(text) ?? parseForget(text) ?? parseLookup(text) ?? parseCalculation(text);
}

/** The fact in "remember that …" and its likes, in the speaker's own words. */
export function parseRemember(text: string): Command | null {
  const fact = REMEMBER.exec(text.trim())?.[1]?.trim();
  if (!fact || NOT_A_FACT.test(fact)) return null;
  return { kind: 'remember', fact: fact.replace(/\s*(?:,? please|,? ok(?:ay)?)?\s*\??$/i, '') };
}

/** What stands in "My answer: …". */
export function parseAnswer(text: string): Command | null {
  const value = ANSWER.exec(text.trim())?.[1]?.replace(/[.!\s]+$/, '');
  return value ? { kind: 'answer', value } : null;
}

function parseForget(text: string): Command | null {
  const object = FORGET.exec(text)?.[1]?.trim();
  if (!object) return null;
  if (FORGET_ALL.test(object)) return { kind: 'forget-everything' };
  const what = object
    .replace(FORGET_PREFIX, '')
    .replace(/[.!?]+$/, '')
    .trim();
  return /^(?:it|that|this|them|what i said)?$/i.test(what) ? null : { kind: 'forget', what };
}

function parseLookup(text: string): Command | null {
  if (LIST_MEMORIES.test(text)) return { kind: 'list-memories' };
  for (const form of SEARCH_CONVERSATIONS) {
    const query = tidyQuery(form.exec(text)?.[1]);
    if (query) return { kind: 'search-conversations', query };
  }
  const query = tidyQuery(SEARCH_MEMORY.exec(text)?.[1] ?? SEARCH.exec(text)?.[1]);
  if (query) return { kind: 'search-memory', query };
  if (DATE_NOW.test(text)) return { kind: 'date', expression: null };
  const expression = tidyQuery(DATE_OF.exec(text)?.[1] ?? DATE_UNTIL.exec(text)?.[1]);
  return expression ? { kind: 'date', expression } : null;
}

function parseCalculation(text: string): Command | null {
  const expression = (CALCULATE_PREFIX.exec(text)?.[1] ?? text).trim().replace(/[=?.!\s]+$/, '');
  if (!/\d/.test(expression)) return null;
  if (EXPLICIT_CALCULATION.test(text)) return { kind: 'calculate', expression };
  const rest = expression.replace(ARITHMETIC_WORDS, ' ').replace(/\b(?:the|pi|e|x)\b/gi, ' ');
  if (/\p{L}/u.test(rest) || !OPERATION.test(expression)) return null;
  // A date such as 12/05/2026 is no division.
  return /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/.test(expression) ? null : { kind: 'calculate', expression };
}

function tidyQuery(query: string | undefined): string | null {
  const tidied = query
    ?.trim()
    .replace(/[?.!]+$/, '')
    .trim();
  return tidied ? tidied : null;
}
