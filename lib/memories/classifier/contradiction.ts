/** Something of which a person has one at a time, and what a fact says it is. */
type Attribute = { name: string; value: string };

const RELATIVE = String.raw`(?:my (?<who>\w+)(?: \p{Lu}[\p{L}'-]+)?)`;
const DETAILS =
  /\s+(?:now|currently|these days|at the moment|nowadays|anymore|any more|again|instead|actually|since .*|for (?:\w+ )?years|with my .*)$/i;

/** One-valued attributes, by the ways in which English states them. `value` is compared, `who` and `what` name whose and which. */
const STATEMENTS: readonly (readonly [string, RegExp])[] = [
  ['name', /^(?:my (?:full |first |real )?name is|i am called|call me|i go by) (?<value>.+)$/iu],
  ['home', /^i (?:now |currently |just )?(?:live|reside|am living|am based) in (?<value>.+)$/iu],
  ['home', /^i (?:have )?(?:just |recently )?(?:moved|relocated) to (?<value>.+)$/iu],
  ['home', /^my home(?: ?town| city)? is (?<value>.+)$/iu],
  ['home', new RegExp(`^${RELATIVE} (?:now )?lives in (?<value>.+)$`, 'iu')],
  ['job', /^i (?:now |currently )?(?:work|am working) as an? (?<value>.+?)(?: (?:at|for|in) .+)?$/iu],
  ['job', /^my (?:job|profession|occupation) is (?:an? |being an? )?(?<value>.+)$/iu],
  ['employer', /^i (?:now |currently )?(?:work|am working) (?:for|at) (?<value>.+)$/iu],
  ['employer', /^my (?:employer|company) is (?<value>.+)$/iu],
  ['favourite', /^my (?:favourite|favorite) (?<what>[\w -]+?) (?:is|are) (?<value>.+)$/iu],
  ['age', /^i (?:am|just turned|turned) (?<value>\d{1,3})(?: years old)?$/iu],
  ['age', /^my age is (?<value>\d{1,3})$/iu],
  ['age', new RegExp(`^${RELATIVE} is (?<value>\\d{1,3})(?: years old)?$`, 'iu')],
  ['birthday', /^(?:my birthday is|i was born)(?: on| in)? (?<value>.*\d.*)$/iu],
  ['diet', /^i am (?:now )?(?:an? )?(?<value>vegan|vegetarian|pescatarian|flexitarian|omnivore|carnivore)$/iu],
  ['partner', /^my (?:wife|husband|partner|girlfriend|boyfriend|fianc[ée]e?|spouse)(?:'s name is| is (?:called|named)) (?<value>.+)$/iu],
  ['marriage', /^i am (?:now )?(?<value>single|married|divorced|widowed|engaged)$/iu],
  ['mother tongue', /^my (?:native|first) language is (?<value>.+)$|^my mother tongue is (?<value2>.+)$/iu],
  ['reply language', /^(?:please )?(?:always )?(?:reply|answer|respond|write|talk|speak) (?:to me )?in (?<value>\w+)$/iu],
  ['time zone', /^my time ?zone is (?<value>.+)$/iu],
  ['contact', /^my (?<what>e-?mail|phone|phone number|mobile|address)(?: address| number)? is (?<value>.+)$/iu],
  // Anything else of one's own that is given as a number.
  ['figure', /^my (?<what>[\w -]{2,40}?) (?:is|costs|weighs|ends in) (?<value>[^\p{L}]*\d[^\p{L}]*(?:\p{L}+)?)$/iu],
];

const LIKINGS: readonly (readonly [RegExp, 'yes' | 'no'])[] = [
  [
    /^i (?:do not|no longer|never|cannot) (?:really |even )?(?<verb>like|love|enjoy|eat|drink|smoke|own|drive|play|use|have|speak|stand)(?: (?:(?:an?|any) )?(?<object>.+))?$/iu,
    'no',
  ],
  [/^i (?:hate|dislike|detest) (?<object>.+)$/iu, 'no'],
  [/^i (?:have )?(?:stopped|quit|given up|gave up) (?<verb>\w+ing)(?: (?<object>.+))?$/iu, 'no'],
  [
    /^i (?:really |still |now |always )*(?<verb>like|love|enjoy|eat|drink|smoke|own|drive|play|use|have|speak)(?: (?:(?:an?|some) )?(?<object>.+))?$/iu,
    'yes',
  ],
];

const LEAST_SIMILARITY = 0.4;

/**
 * Whether a new fact makes an old one untrue, by patterns alone: another value of something one has one of (name, home, job,
 * employer, age, diet, partner, favourite …), or the opposite liking. Silent where either holds more than that one statement,
 * because what else it says may still be true.
 *
 * @param similarity cosine of the two; null where there is none, which leaves the decision to the patterns.
 */
export function contradicts(newFact: string, oldFact: string, similarity: number | null): boolean {
  if (similarity !== null && similarity < LEAST_SIMILARITY) return false;
  const [latest, earlier] = [normalise(newFact), normalise(oldFact)];
  const [now, before] = [readAttribute(latest), readAttribute(earlier)];
  if (now && before) return now.name === before.name && differ(now.value, before.value);
  const [liking, formerLiking] = [readLiking(latest), readLiking(earlier)];
  return Boolean(liking && formerLiking && liking.name === formerLiking.name && liking.value !== formerLiking.value);
}

/** Whether two facts are about the same one-valued attribute and agree in it. */
export function agrees(newFact: string, oldFact: string): boolean {
  const [now, before] = [readAttribute(normalise(newFact)), readAttribute(normalise(oldFact))];
  return Boolean(now && before && now.name === before.name && !differ(now.value, before.value));
}

function readAttribute(fact: string): Attribute | null {
  if (isCompound(fact)) return null;
  for (const [name, form] of STATEMENTS) {
    const groups = form.exec(fact)?.groups;
    const value = groups?.value ?? groups?.value2;
    if (!groups || !value) continue;
    return { name: [name, groups.who, groups.what].filter(Boolean).join(':').toLowerCase(), value: tidyValue(value) };
  }
  return null;
}

function readLiking(fact: string): Attribute | null {
  if (isCompound(fact)) return null;
  for (const [form, value] of LIKINGS) {
    const groups = form.exec(fact)?.groups;
    if (!groups) continue;
    const object = tidyValue(groups.object ?? '').replace(/^(?:the|an?|any|some|my) /, '');
    return { name: `${verbGroup(groups.verb)}:${object}`, value };
  }
  return null;
}

function verbGroup(verb = 'like'): string {
  const stem = verb.toLowerCase().replace(/^(.*?)(?:([^aeiou])\2)?ing$/, '$1$2');
  if (['lik', 'like', 'lov', 'love', 'enjoy', 'stand'].includes(stem)) return 'like';
  return { smok: 'smoke', driv: 'drive', us: 'use', hav: 'have' }[stem] ?? stem;
}

function isCompound(fact: string): boolean {
  return /[;,]|\b(?:and|but|because|although|when|if|or)\b|[.!?]\s/iu.test(fact);
}

function differ(left: string, right: string): boolean {
  return left !== right && !left.includes(right) && !right.includes(left);
}

/** First person, no contractions, no full stop: one form for what people and models write. */
function normalise(fact: string): string {
  return fact
    .normalize('NFKC')
    .replace(/[’‘]/g, "'")
    .trim()
    .replace(/[.!]+$/, '')
    .replace(/^(?:the )?user's /i, 'my ')
    .replace(/^(?:the )?user is /i, 'I am ')
    .replace(/^(?:the )?user has /i, 'I have ')
    .replace(/^(?:the )?user (?:does not|doesn't) /i, 'I do not ')
    .replace(/^(?:the )?user (\w+?)s(?= )/i, 'I $1')
    .replace(/^(?:the )?user /i, 'I ')
    .replace(/\bi'm\b/gi, 'I am')
    .replace(/\bi've\b/gi, 'I have')
    .replace(/\b(do|does|did)n't\b/gi, '$1 not')
    .replace(/\bcan't\b/gi, 'cannot')
    .replace(/\s+/g, ' ')
    .replace(DETAILS, '');
}

function tidyValue(value: string): string {
  return value
    .trim()
    .toLowerCase()
    .replace(/^(?:the|an?) /, '')
    .replace(DETAILS, '');
}
