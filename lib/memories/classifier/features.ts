import { EMBEDDING_DIMENSIONS } from '@/lib/llm/embedder/embedder';

/**
 * What the form of an English sentence says about whether its speaker states something about themselves.
 * The order is the order of the weights; a change here needs a new training run.
 */
const SENTENCE_FORMS: readonly RegExp[] = [
  /\?\s*$/,
  /^(?:so |and |but )?(?:what|who|whose|where|when|why|which|how|do|does|did|is|are|am|was|were|can|could|should|would|will|have|has|had|may)\b/i,
  /\b(?:i|me|my|mine|we|us|our)\b/i,
  /^(?:(?:and|but|so|well|also|oh|yes|no|now|currently|actually|personally|honestly)[, ]+)*(?:i|i'm|i've|i'll|i'd|we|we're|we've)\b/i,
  /^(?:(?:and|but|so|well|also)[, ]+)*(?:my|our) (?!question|point|guess|screen|code|message|last|previous|first)/i,
  /\b(?:if|imagine|suppose|pretend|assume|hypothetically|let's say|wish|what if|had i|were i)\b/i,
  /\b(?:would|could|might)\b/i,
  /["“”«»]/,
  /^(?:he|she|they|it|someone|nobody|some|many|most people|people|one|this|that|there)\b/i,
  /^(?:the|an?) /i,
  /\b(?:you|your|you're|you've)\b/i,
  /\b(?:novel|story|film|movie|character|hero|poem|song|lyrics|article|screenplay|game|text|sentence|paragraph|chapter|quote|email says|sign)\b/i,
  /^(?:please |just |now |then )?(?:write|give|show|tell|make|explain|find|list|add|set|send|book|draft|help|compare|convert|translate|summari[sz]e|rewrite|fix|search|check|calculate|create|generate|describe|change|use|act|let's|let|remind|delete|erase|forget|ignore|plan|put|turn|call|draw|proofread|correct|continue|stop|go|try|answer|store|save|do not|don't|read)\b/i,
  /\b(?:named|called|name is|years old|born|married|allergic|allergy|favou?rite|prefer|always|never|usually|every (?:day|week|morning|evening)|since)\b/i,
  /\b(?:thanks|thank you|ok|okay|hello|hi|sure|great|haha|cheers)\b/i,
  /^(?:the|he|she|they|an?|in) .*\b(?:he|she|they|his|her|their)\b/i,
  /^i(?:'d| would) like (?:you|a|an|to know|some)|^i (?:need|want) (?:you|an? |this|that|to (?:know|see|ask))/i,
  /\b(?:wife|husband|partner|girlfriend|boyfriend|fianc[ée]e?|sister|brother|mother|father|mum|mom|dad|parents|son|daughter|kids|children|aunt|uncle|cousin|nephew|niece|grand\w+|friend|boss|colleague|roommate|flatmate|neighbour|neighbor|married|divorced|engaged|siblings?|in-law)\b/i,
  /\b(?:want to|plan(?:ning)? (?:to|a)|goal|hop(?:e|ing) to|saving|aim|intend|dream|training for|trying to|going to|decided to|would like to|working towards|determined|by (?:next|june|christmas|summer))\b/i,
  /\b(?:prefer|favou?rite|rather|can't stand|don't (?:like|eat|drink)|hate|dislike|avoid|not a fan|always|never|only|like my|please use)\b/i,
  /\b(?:i am an?|i'm an?|my name|call me|i go by|work as|work in|i live|born|years old|originally|native|profession|job is|pronouns|i run|i teach|for a living)\b/i,
  /\b(?:feel|feeling|felt|worried|anxious|nervous|proud|excited|thrilled|stressed|sad|happy|happier|terrified|guilty|ashamed|frustrated|overwhelmed|lonely|miss|panic|heartbroken|burnt out)\b/i,
  /\b(?:currently|at the moment|right now|until|this (?:week|month|quarter|year|autumn|spring)|next (?:week|month)|yesterday|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|in the middle of|since (?:march|last)|just (?:started|moved|signed)|i've just|leave)\b/i,
  /\b(?:hobby|collect|play|into|fan of|weekends|evenings|spare time|fascinat\w+|passionate|interested|hooked|volunteer|learning about|restore|brew|build|sing|watch|read(?:ing)?)\b/i,
  /\b(?:i have|i've got|i own|i drive|i speak|i wear|i use|i keep|allerg\w+|intolerant|degree|graduated|studied|my (?:car|dog|cat|cats|bike|phone|rent|flat|blood)|can't swim|medication|diabetes|asthma)\b/i,
];

/** Number of features of a sentence: its vector and its forms. */
export const FEATURE_COUNT = EMBEDDING_DIMENSIONS + SENTENCE_FORMS.length;

/** How much a form counts beside the components of a vector of unit length, which are about 0.04 each. */
const FORM_SCALE = 0.35;

/** @param vector of the sentence by the embedded encoder, `number[512]`, unit length. */
export function describeSentence(sentence: string, vector: readonly number[]): number[] {
  return [...vector, ...SENTENCE_FORMS.map((form) => (form.test(sentence) ? FORM_SCALE : 0))];
}
