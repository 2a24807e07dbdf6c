import type { LanguageModelV3Message, LanguageModelV3Prompt } from '@ai-sdk/provider';
import { cleanText } from '@/lib/llm/clean-text';
import { createFence } from '@/lib/llm/fence';
import { fitHistory, type HistoryMessage } from '@/lib/llm/prompt-history';
import { describeTask, describeVoice, type PromptAgent } from '@/lib/llm/prompt-voice';
import { estimateTokens, TOKENS_PER_MESSAGE } from '@/lib/llm/tokens';

export type PromptMemory = { id: string; content: string; category?: string };

export type PromptPassage = { id: string; title: string; content: string };

export type PromptInput = {
  agent: PromptAgent;
  soul?: string | null;
  /** What the owner wrote about themselves. */
  ownerContext?: string | null;
  /** Best first: what does not fit is left out from the end. */
  memories: readonly PromptMemory[];
  knowledge: readonly PromptPassage[];
  /** What compaction made of the messages before `history`. */
  summary?: string | null;
  /** Oldest first. The last one is the message to answer. */
  history: readonly HistoryMessage[];
  /** The label of the agent's phase of awareness. */
  phase?: string | null;
  /** Names of the tools that the model is really given. */
  toolNames: readonly string[];
  now: Date;
  /** What the whole prompt may be long, by {@link estimateTokens}. Definitions of tools come on top. */
  budgetTokens: number;
  /** Only for tests: the fence's word. */
  nonce?: string;
};

export type PromptPart = { name: string; text: string; tokens: number };

export type ComposedPrompt = {
  messages: LanguageModelV3Prompt;
  /** What the owner is shown as "what the agent sees": every part with its estimated tokens, history as one part. */
  parts: PromptPart[];
  promptTokens: number;
  memoryIdsUsed: string[];
  knowledgeIdsUsed: string[];
  /** How many messages of the history were left out, the oldest first. */
  droppedHistory: number;
};

// Shares of the budget, so that no part can push out the message to answer or the newest history.
const SOUL_SHARE = 0.3;
const OWNER_SHARE = 0.1;
const MEMORY_SHARE = 0.2;
const KNOWLEDGE_SHARE = 0.25;
const SUMMARY_SHARE = 0.1;

/**
 * Puts together what a model is sent for one turn. Instructions are ours alone; soul, persona, owner context, memories,
 * knowledge and summary are fenced as data. Parts that never change come first. The message to answer is always in,
 * if need be cut; of the rest of the history the newest messages are kept.
 */
export function composePrompt(input: PromptInput): ComposedPrompt {
  const fence = createFence(input.nonce);
  const parts: PromptPart[] = [];
  const budget = Math.max(400, input.budgetTokens);
  const add = (name: string, text: string) => {
    parts.push({ name, text, tokens: estimateTokens(text) });
  };
  const addFenced = (name: string, heading: string, text: string | null | undefined, share: number) => {
    if (!text?.trim()) return;
    add(name, `${heading}\n${fence.wrap(name, cutToTokens(text.trim(), Math.floor(budget * share)))}`);
  };

  add('instructions', describeTask(input.agent, fence.rule, input.toolNames));
  const voice = describeVoice(input.agent);
  addFenced('persona', 'Your role and manner:', voice.persona, SOUL_SHARE);
  if (voice.manner) add('manner', voice.manner);
  addFenced('soul', 'Your soul, the character you have grown into:', input.soul, SOUL_SHARE);
  addFenced('owner', 'What your owner wrote about themselves:', input.ownerContext, OWNER_SHARE);
  const memories = listWithin(input.memories, Math.floor(budget * MEMORY_SHARE), describeMemory);
  addFenced('memories', 'What you remember that may matter now:', memories.text, 1);
  const passages = listWithin(input.knowledge, Math.floor(budget * KNOWLEDGE_SHARE), describePassage);
  addFenced('knowledge', 'From the knowledge your owner gave you:', passages.text, 1);
  addFenced('summary', 'Summary of the conversation before the messages below:', input.summary, SUMMARY_SHARE);
  add('now', describeMoment(input.now, input.phase));

  const system = parts.map((part) => part.text).join('\n\n');
  const systemTokens = parts.reduce((sum, part) => sum + part.tokens, 0) + TOKENS_PER_MESSAGE;
  const history = fitHistory(input.history, Math.max(100, budget - systemTokens));
  parts.push({ name: 'history', text: history.transcript, tokens: history.tokens });

  const messages: LanguageModelV3Message[] = [{ role: 'system', content: system }, ...history.messages];
  return {
    messages,
    parts,
    promptTokens: systemTokens + history.tokens,
    memoryIdsUsed: memories.used.map((memory) => memory.id),
    knowledgeIdsUsed: [...new Set(passages.used.map((passage) => passage.id))],
    droppedHistory: history.dropped,
  };
}

/** The longest beginning of a text that is estimated at no more than `limit` tokens, marked where it was cut. */
export function cutToTokens(text: string, limit: number): string {
  const tokens = estimateTokens(text);
  if (tokens <= limit) return text;
  let cut = text.slice(0, Math.floor((text.length * limit) / tokens));
  while (cut !== '' && estimateTokens(cut) > limit - 2) cut = cut.slice(0, Math.floor(cut.length * 0.9));
  return `${cleanText(cut).trimEnd()} […]`;
}

function listWithin<Item>(items: readonly Item[], limit: number, describe: (item: Item) => string): { text: string; used: Item[] } {
  const used: Item[] = [];
  const lines: string[] = [];
  let tokens = 0;
  for (const item of items) {
    const line = describe(item);
    const cost = estimateTokens(line) + 1;
    if (tokens + cost > limit) {
      // A first item larger than the whole share is still worth more than none.
      if (used.length > 0) break;
      lines.push(cutToTokens(line, limit));
      used.push(item);
      break;
    }
    tokens += cost;
    used.push(item);
    lines.push(line);
  }
  return { text: lines.join('\n'), used };
}

function describeMemory(memory: PromptMemory): string {
  const category = memory.category ? `[${memory.category}] ` : '';
  return `- ${category}${memory.content.replace(/\s+/g, ' ').trim()}`;
}

function describePassage(passage: PromptPassage): string {
  return `## ${passage.title.replace(/\s+/g, ' ').trim()}\n${passage.content.trim()}`;
}

function describeMoment(now: Date, phase: string | null | undefined): string {
  const day = now.toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' });
  const moment = `It is ${day}, ${now.toISOString().slice(0, 16).replace('T', ' ')} UTC.`;
  return phase
    ? `${moment} Your phase of growth is "${cleanText(phase)
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .slice(0, 40)}".`
    : moment;
}
