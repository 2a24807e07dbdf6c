import type { LanguageModelV3Prompt } from '@ai-sdk/provider';
import { cleanText } from '@/lib/llm/clean-text';
import { createFence, type Fence } from '@/lib/llm/fence';
import { shareBudget } from '@/lib/llm/prompt-budget';
import { estimateHistory, estimateMessages, fitHistory, type HistoryMessage } from '@/lib/llm/prompt-history';
import { describeTask, describeVoice, type PromptAgent } from '@/lib/llm/prompt-voice';
import { estimateTokens, TOKENS_PER_MESSAGE } from '@/lib/llm/tokens';

export type PromptMemory = { id: string; content: string; category?: string };

/** A part of the owner's knowledge. In the prompt it has its place among the passages as a number, from 1. */
export type PromptPassage = { id: string; title: string; content: string };

/** Something said in an earlier conversation, or earlier in this one. */
export type PromptPastMessage = {
  id: string;
  /** `owner`, `you`, or a name. */
  speaker: string;
  saidAt: Date;
  content: string;
};

/** What the agent would like to know of its owner, asked for once in a conversation. */
export type PromptQuestion = {
  /** The name of the field for the tool that keeps the answer. */
  field: string;
  /** In our own words. */
  question: string;
  /** What somebody else's pages take it to be. */
  guess?: string | undefined;
};

export type PromptInput = {
  agent: PromptAgent;
  soul?: string | null;
  /** What the owner wrote about themselves. */
  ownerContext?: string | null;
  /** Best first: what does not fit is left out from the end. */
  memories: readonly PromptMemory[];
  knowledge: readonly PromptPassage[];
  /** Best first. */
  pastMessages?: readonly PromptPastMessage[];
  /** What compaction made of the messages before `history`. */
  summary?: string | null;
  /** Oldest first. The last one is the message to answer. */
  history: readonly HistoryMessage[];
  /** The label of the agent's phase of awareness. */
  phase?: string | null;
  /** Names of the tools that the model is really given. */
  toolNames: readonly string[];
  question?: PromptQuestion | undefined;
  now: Date;
  /** What the whole prompt may be long, by {@link estimateTokens}. Definitions of tools come on top. */
  budgetTokens: number;
  /** Only for tests: the fence's word. */
  nonce?: string;
};

export type PromptPart = {
  name: string;
  text: string;
  tokens: number;
  /** How many of a section's texts stand in it, all of them whole; undefined where one was cut, or the part is no list. */
  items?: number;
};

export type ComposedPrompt = {
  messages: LanguageModelV3Prompt;
  /** Every part with its estimated tokens, history as one part: what the owner is shown as "what the agent saw". */
  parts: PromptPart[];
  promptTokens: number;
  memoryIdsUsed: string[];
  knowledgeIdsUsed: string[];
  /** How many messages of the history were left out, the oldest first. */
  droppedHistory: number;
  /** What the history could take in all, by {@link estimateTokens}. */
  historyBudgetTokens: number;
  /** The fence's word in this prompt. */
  nonce: string;
};

/** Left for everything but our own instructions, however small the budget is. */
const SMALLEST_VARIABLE_TOKENS = 400;
const SMALLEST_HISTORY_TOKENS = 100;
const SMALLEST_CUT_TOKENS = 20;

// What counts how much where not everything fits. The history's part goes to its newest messages.
const WEIGHTS = { persona: 1, soul: 2, owner: 0.7, memories: 1.5, knowledge: 2, past: 1, summary: 1, history: 4 } as const;

const HEADINGS = {
  persona: 'Your role and manner:',
  soul: 'Your soul, the character you have grown into:',
  owner: 'What your owner wrote about themselves:',
  memories: 'What you remember that may matter now:',
  knowledge: 'From the knowledge your owner gave you. Where you use a passage, put its number behind the statement, as in [1]:',
  past: 'Said before, in other conversations or earlier in this one:',
  summary: 'Summary of the conversation before the messages below:',
} as const;

type SectionItem = { text: string; tokens: number };

type Section = { name: keyof typeof HEADINGS; items: readonly SectionItem[]; need: number };

/**
 * Puts together what a model is sent for one turn. Instructions are ours alone; soul, persona, owner context, memories,
 * knowledge, earlier messages and summary are fenced as data. Parts that never change come first. The message to answer is always in,
 * if need be cut; of the rest of the history the newest messages are kept.
 */
export function composePrompt(input: PromptInput): ComposedPrompt {
  const fence = createFence(input.nonce);
  const voice = describeVoice(input.agent);
  const instructions = toPart('instructions', describeTask(input.agent, fence.rule, input.toolNames));
  const manner = voice.manner ? [toPart('manner', voice.manner)] : [];
  const question = input.question ? [toPart('gap', describeQuestion(input.question, fence))] : [];
  const moment = toPart('now', describeMoment(input.now, input.phase));
  const markTokens = estimateTokens(fence.wrap('knowledge', '')) + 12;

  const sections = [
    toSection('persona', [voice.persona], markTokens),
    toSection('soul', [input.soul ?? ''], markTokens),
    toSection('owner', [input.ownerContext ?? ''], markTokens),
    toSection('memories', input.memories.map(describeMemory), markTokens),
    toSection('knowledge', input.knowledge.map(describePassage), markTokens),
    toSection('past', (input.pastMessages ?? []).map(describePastMessage), markTokens),
    toSection('summary', [input.summary ?? ''], markTokens),
  ];
  const conversation = estimateMessages(input.history);
  const historyNeed = estimateHistory(conversation);
  const fixedTokens = [instructions, ...manner, ...question, moment].reduce((sum, part) => sum + part.tokens, TOKENS_PER_MESSAGE);
  const shares = shareBudget(
    [...sections.map(({ name, need }) => ({ need, weight: WEIGHTS[name] })), { need: historyNeed, weight: WEIGHTS.history }],
    Math.max(SMALLEST_VARIABLE_TOKENS, input.budgetTokens - fixedTokens),
  );

  const used = new Map<Section['name'], number>();
  const fenced = sections.flatMap((section, position) => {
    const { text, count, isCut } = joinWithin(section.items, (shares[position] ?? 0) - markTokens);
    used.set(section.name, count);
    return text === '' ? [] : [{ ...toPart(section.name, writeSection(section.name, text, fence)), ...(!isCut && { items: count }) }];
  });
  const [persona, others] = [fenced.filter((part) => part.name === 'persona'), fenced.filter((part) => part.name !== 'persona')];
  const parts = [instructions, ...persona, ...manner, ...others, ...question, moment];

  const systemTokens = parts.reduce((sum, part) => sum + part.tokens, TOKENS_PER_MESSAGE);
  const historyBudgetTokens = Math.max(SMALLEST_HISTORY_TOKENS, input.budgetTokens - systemTokens);
  const history = fitHistory(conversation, historyBudgetTokens);
  const system = parts.map((part) => part.text).join('\n\n');
  return {
    messages: [{ role: 'system', content: system }, ...history.messages],
    parts: [...parts, { name: 'history', text: history.transcript, tokens: history.tokens }],
    promptTokens: systemTokens + history.tokens,
    memoryIdsUsed: input.memories.slice(0, used.get('memories')).map((memory) => memory.id),
    knowledgeIdsUsed: [...new Set(input.knowledge.slice(0, used.get('knowledge')).map((passage) => passage.id))],
    droppedHistory: history.dropped,
    historyBudgetTokens,
    nonce: fence.nonce,
  };
}

/** A section as it stands in a prompt: its heading, and the text fenced. */
export function writeSection(name: keyof typeof HEADINGS, text: string, fence: Pick<Fence, 'wrap'>): string {
  return `${HEADINGS[name]}\n${fence.wrap(name, text)}`;
}

function toPart(name: string, text: string): PromptPart {
  return { name, text, tokens: estimateTokens(text) };
}

function toSection(name: Section['name'], texts: readonly string[], markTokens: number): Section {
  const items = texts.flatMap((text) => {
    const trimmed = text.trim();
    return trimmed === '' ? [] : [{ text: trimmed, tokens: estimateTokens(trimmed) }];
  });
  const need = items.reduce((sum, item) => sum + item.tokens + 1, 0);
  return { name, items, need: need === 0 ? 0 : need + markTokens };
}

/** The longest beginning of a text that is estimated at no more than `limit` tokens, marked where it was cut. */
export function cutToTokens(text: string, limit: number): string {
  const tokens = estimateTokens(text);
  if (tokens <= limit) return text;
  let cut = text.slice(0, Math.floor((text.length * limit) / tokens));
  while (cut !== '' && estimateTokens(cut) > limit - 2) cut = cut.slice(0, Math.floor(cut.length * 0.9));
  return `${cleanText(cut).trimEnd()} […]`;
}

/** The first items that fit. A first item larger than the whole share is cut: it is still worth more than none. */
function joinWithin(items: readonly SectionItem[], limit: number): { text: string; count: number; isCut: boolean } {
  const lines: string[] = [];
  let tokens = 0;
  let isCut = false;
  for (const item of items) {
    const cost = item.tokens + 1;
    if (tokens + cost > limit) {
      if (lines.length === 0 && limit > SMALLEST_CUT_TOKENS) {
        lines.push(cutToTokens(item.text, limit));
        isCut = true;
      }
      break;
    }
    tokens += cost;
    lines.push(item.text);
  }
  return { text: lines.join('\n'), count: lines.length, isCut };
}

/** A memory as a line of its section. */
export function describeMemory(memory: PromptMemory): string {
  const category = memory.category ? `[${memory.category}] ` : '';
  return `- ${category}${memory.content.replace(/\s+/g, ' ').trim()}`;
}

/** Something said before as a line of its section. */
export function describePastMessage({ speaker, saidAt, content }: PromptPastMessage): string {
  const line = (text: string) => text.replace(/\s+/g, ' ').trim();
  return `- ${saidAt.toISOString().slice(0, 10)}, ${line(speaker)}: ${line(content)}`;
}

function describePassage(passage: PromptPassage, index: number): string {
  return `## [${index + 1}] ${passage.title.replace(/\s+/g, ' ').trim()}\n${passage.content.trim()}`;
}

function describeQuestion({ field, question, guess }: PromptQuestion, fence: Fence): string {
  return [
    `There is one thing you would like to know of your owner (field "${field}"): ${question}`,
    ...(guess ? [`Pages of others suggest, and it may be wrong: ${fence.wrap('guess', guess)}`] : []),
    'After you have answered, and only where it fits, ask this one question, at most once in this conversation. When your owner has answered it in their own words, call confirm_knowledge.',
  ].join('\n');
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

function describeMoment(now: Date, phase: string | null | undefined): string {
  const day = WEEKDAYS[now.getUTCDay()];
  const moment = `It is ${day}, ${now.toISOString().slice(0, 16).replace('T', ' ')} UTC.`;
  return phase
    ? `${moment} Your phase of growth is "${cleanText(phase)
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .slice(0, 40)}".`
    : moment;
}
