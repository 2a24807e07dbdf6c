import { bandOf, rank, type RecallContext, type RecalledMemory } from '@/lib/llm/recall/context';
import { formatDay, quoteMemory, quoteMessage, quotePassage } from '@/lib/llm/recall/quote';
import type { Intent } from '@/lib/llm/recall/intent';

const MEMORIES_SHOWN = 3;
const PASSAGES_SHOWN = 2;
const MESSAGES_SHOWN = 3;
const MEMORIES_LISTED = 20;

/** Said wherever a language model would be needed. */
export const SETUP_HINT =
  'For real conversation, set `XAI_API_KEY` or `OPENAI_API_KEY`, or `OLLAMA_BASE_URL` for a model on your own machine, and start again.';

const NO_LANGUAGE_MODEL = 'No language model is set up here, so I only recall: I quote what is stored, word for word.';

/** What is answered from the message and what is stored alone. */
export type AnsweredIntent = Exclude<Intent, { kind: 'statement' }>;

const HOW_TO_KEEP =
  'To have me keep it, write “Remember that …”, or add it on the memory page. Secrets such as passwords are never stored.';

/** The reply to something that the owner told: whether it is kept, as far as that is known, and how it can be. */
export function answerStatement({ aboutSpeaker }: Extract<Intent, { kind: 'statement' }>, isLearned: boolean | null): string {
  if (isLearned) {
    return `Noted: what is lasting in this goes into my memory in the background, and soon stands on the memory page, where you can change it. Secrets such as passwords are never stored. ${NO_LANGUAGE_MODEL}`;
  }
  if (isLearned === null) return `I have read it, and cannot tell yet whether I can keep it. ${HOW_TO_KEEP} ${NO_LANGUAGE_MODEL}`;
  return aboutSpeaker
    ? `I have read it, but did not keep it: I recognised nothing lasting about you in it. ${HOW_TO_KEEP} ${NO_LANGUAGE_MODEL}`
    : `I have read it, but did not keep it, and I cannot talk it over. ${HOW_TO_KEEP} ${NO_LANGUAGE_MODEL} ${SETUP_HINT}`;
}

/** The reply to an intent that needs no tool. It only quotes what is stored, or says plainly what is missing. */
export function composeAnswer(intent: AnsweredIntent, context: RecallContext): string {
  switch (intent.kind) {
    case 'greeting':
      return `Hello${context.ownerName ? `, ${context.ownerName}` : ''}. I am ${context.agentName}. ${NO_LANGUAGE_MODEL} Tell me something about you, or ask for something you told me. ${SETUP_HINT}`;
    case 'thanks':
      return 'All right.';
    case 'capabilities':
      return describeCapabilities(context);
    case 'task':
      return `I cannot do that. I am no language model: I do not write, translate, summarise, plan or reach other services. I can recall what you told me, look things up in your knowledge and our conversations, tell dates and do arithmetic. ${SETUP_HINT}`;
    case 'list-memories':
      return listMemories(context);
    case 'answer':
      return refuseAnswer(context);
    case 'forget-everything':
      return 'I do not forget everything at one word. Tell me a single note to forget, or delete notes on the memory page.';
    default:
      return answerQuestion(context);
  }
}

/** A yes or a no says nothing that could be kept without the question. */
const BARE = /^(?:yes|no|yeah|nope|maybe|none|nothing|sim|não|nao|ndiyo|ndio|hapana)$/i;

/** What an answer can be kept for: what this conversation asked, when the answer says something. */
export function questionOfAnswer(value: string, { openQuestion }: RecallContext): string | null {
  return openQuestion?.isAsked && !BARE.test(value) ? openQuestion.field : null;
}

function refuseAnswer({ openQuestion }: RecallContext): string {
  if (!openQuestion?.isAsked) return 'I have asked nothing in this conversation that is still open, so I kept nothing.';
  return `That alone tells me nothing that I could keep. I asked: ${openQuestion.question}`;
}

/** A reply with what the conversation asks the owner below it, the first time. */
export function withQuestion(reply: string, { openQuestion }: RecallContext): string {
  if (!openQuestion || openQuestion.isAsked) return reply;
  return `${reply}\n\nOne thing I would like to know: ${openQuestion.question} To answer, write “My answer: …” here, or use the page “Getting to know you”.`;
}

function describeCapabilities({ agentName }: RecallContext): string {
  return [
    `I am ${agentName}. ${NO_LANGUAGE_MODEL} What I can do:`,
    [
      '- keep what you tell me, and quote it when you ask for it',
      '- “Remember that …”, “Forget …”, “What do you know about me?”',
      '- quote from the knowledge you gave me, with its source',
      '- “Search our conversations for …”',
      '- dates (“What day is 24 December?”) and arithmetic (“What is 15% of 240?”)',
    ].join('\n'),
    SETUP_HINT,
  ].join('\n\n');
}

function listMemories({ memories }: RecallContext): string {
  if (memories.length === 0) return `I have nothing stored about you yet. Tell me something, or write “Remember that …”.`;
  const newest = [...memories].sort((left, right) => right.createdAt.getTime() - left.createdAt.getTime());
  const shown = newest.slice(0, MEMORIES_LISTED);
  const rest = newest.length - shown.length;
  return [
    'This is what I have noted, word for word:',
    ...shown.map(quoteMemory),
    rest > 0 ? `And ${rest} more: all of them are on the memory page.` : 'The memory page shows all of it, and you can change it there.',
  ].join('\n\n');
}

function answerQuestion(context: RecallContext): string {
  const { thresholds } = context;
  const memories = rank(context.memories);
  const passages = rank(context.knowledge);
  const inBand = <Item extends { similarity: number | null; lexical?: number }>(items: readonly Item[], band: 'answer' | 'closest') =>
    items.filter((item) => bandOf(item, thresholds) === band);

  const answers = inBand(memories, 'answer').slice(0, MEMORIES_SHOWN);
  const sources = inBand(passages, 'answer').slice(0, PASSAGES_SHOWN);
  if (answers.length + sources.length > 0) {
    return [
      ...introduce('This is what I have noted about it:', answers.map(quoteMemory)),
      ...introduce('From your knowledge:', sources.map(quotePassage)),
    ].join('\n\n');
  }
  const said = inBand(context.pastMessages ?? [], 'answer').slice(0, MESSAGES_SHOWN);
  if (said.length > 0)
    return introduce('I have no note of it, but this was said in our conversations:', said.map(quoteMessage)).join('\n\n');
  const closest = inBand(memories, 'closest').slice(0, MEMORIES_SHOWN);
  const nearSources = inBand(passages, 'closest').slice(0, PASSAGES_SHOWN);
  if (closest.length + nearSources.length > 0) {
    return [
      'I am not sure that I have noted this.',
      ...introduce('The closest notes I have:', closest.map(quoteMemory)),
      ...introduce('The closest passages of your knowledge:', nearSources.map(quotePassage)),
    ].join('\n\n');
  }
  return `I have nothing stored about that. ${NO_LANGUAGE_MODEL} ${SETUP_HINT}`;
}

function introduce(heading: string, quotations: readonly string[]): string[] {
  return quotations.length === 0 ? [] : [heading, ...quotations];
}

/** The one memory that a message clearly means, or null when none or several could be meant. */
export function singleOut(context: RecallContext): RecalledMemory | null {
  const [first, second] = rank(context.memories);
  if (!first || bandOf(first, context.thresholds) !== 'answer') return null;
  const lead = (first.similarity ?? 0) + 0.5 * first.lexical - ((second?.similarity ?? 0) + 0.5 * (second?.lexical ?? 0));
  return second && lead < 0.1 ? null : first;
}

/** A line that names the day of something found in a conversation. */
export function describeMoment(moment: string | undefined): string {
  const date = moment ? new Date(moment) : null;
  return date && !Number.isNaN(date.getTime()) ? ` on ${formatDay(date)}` : '';
}
