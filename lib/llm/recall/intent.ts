import { parseCommand, type Command } from '@/lib/llm/recall/commands';

/** What a message is about, for a responder that cannot converse. */
export type Intent =
  | Command
  | { kind: 'greeting' }
  | { kind: 'thanks' }
  | { kind: 'capabilities' }
  /** Something that only a language model, or an outside service, could do. */
  | { kind: 'task' }
  | { kind: 'question' }
  | { kind: 'statement'; aboutSpeaker: boolean };

const GREETING =
  /^(?:(?:hi|hello|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)|yo|hallo|bonjour|hola)\b[\s,!.]*)+(?:there|again|everyone|[\p{L}]+)?[\s,!.]*(?:how are (?:you|things)(?: doing)?(?: today)?|what's up|how's it going)?\s*[?!.]*$/iu;
const WELLBEING = /^(?:how are (?:you|things)(?: doing)?(?: today)?|how's it going|what's up)\s*[?!.]*$/i;
const THANKS =
  /^(?:many thanks|thanks|thank you|thx|cheers|great|perfect|ok|okay|cool|nice|awesome|got it|sounds good|alright|bye|goodbye|good night|see you|never ?mind|no thanks|yes|no|forget it|forget that)\b[^?]{0,40}$/i;
const CAPABILITIES =
  /^(?:(?:so|and|but|hey)[,\s]+)*(?:what (?:else )?can you do|how can you help|help(?: me)?(?=[\s?!.]*$)|who are you|what are you|are you (?:an? )?(?:ai|bot|robot|human|real|person|real person|language model|llm|chatgpt|gpt|grok)|which (?:language )?model (?:are you|do you use)|what(?:'s| is) your (?:name|model)|how do you work)\b[^.]{0,30}[?!.]*$/i;

const ASKING = String.raw`^(?:(?:hey|hi|ok|okay|please|now|so|and|then|well)[,!\s]+)*(?:(?:can|could|would|will) you |i(?:'d like| would like| want| need) you to |help me (?:to )?|let's |please )*(?:please )?`;
const TASK = new RegExp(
  `${ASKING}(?:write|draft|compose|rewrite|rephrase|paraphrase|translate|summari[sz]e|sum up|proofread|correct|edit|improve|shorten|generate|create|design|invent|imagine|pretend|role-?play|code|program|implement|debug|fix|refactor|review|analy[sz]e|brainstorm|plan|book|order|buy|sell|send|post|publish|call|phone|email|remind|schedule|set (?:a|an|up)|play|draw|paint|sing|convert|make (?:me|a|an|it|this|up)|turn (?:this|it|that)|tell (?:me|us) (?:a|an|another) (?:joke|story|poem|riddle|tale)|give (?:me|us) (?:\\w+ )?(?:ideas|advice|tips|a (?:summary|recipe|story|poem|list)|an? (?:example|idea|outline))|suggest|recommend|search the web|google|browse)\\b`,
  'i',
);
const QUESTION =
  /\?\s*$|^(?:(?:so|and|but|well|ok|hey|please)[,\s]+)*(?:what|who|whom|whose|where|when|why|which|how|do|does|did|is|are|am|was|were|can|could|should|would|will|have|has|had|may|tell me|show me|remind me (?:what|who|where|when|which|how)|explain|describe|any idea|i (?:forgot|don't remember|can't remember)) ?/i;

/** Decides what to do with a message: commands in so many words first, then what its form shows. */
export function routeMessage(message: string): Intent {
  const text = message.trim();
  const plain = text.replace(/[’‘]/g, "'");
  if (GREETING.test(plain) || WELLBEING.test(plain)) return { kind: 'greeting' };
  if (CAPABILITIES.test(plain)) return { kind: 'capabilities' };
  const command = parseCommand(plain);
  if (command) return command;
  if (THANKS.test(plain)) return { kind: 'thanks' };
  if (/^(?:please )?remind me (?:what|who|where|when|which|how)\b/i.test(plain)) return { kind: 'question' };
  if (TASK.test(plain)) return { kind: 'task' };
  if (QUESTION.test(plain)) return { kind: 'question' };
  return { kind: 'statement', aboutSpeaker: /\b(?:i|i'm|i've|i'd|i'll|my|mine|me|we|we're|our|us)\b/i.test(plain) };
}
