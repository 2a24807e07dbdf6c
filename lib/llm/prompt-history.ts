import type { LanguageModelV3Message } from '@ai-sdk/provider';
import { cleanText } from '@/lib/llm/clean-text';
import { estimateTokens, TOKENS_PER_MESSAGE } from '@/lib/llm/tokens';

/** A tool call of an earlier reply, so that the model knows what it has looked up and done already. */
export type HistoryToolCall = { id: string; name: string; input: unknown; output?: unknown; error?: string | null };

export type HistoryMessage = {
  role: 'user' | 'assistant';
  content: string;
  toolCalls?: readonly HistoryToolCall[];
  /** The stored estimate of `content`, which saves estimating it again. */
  tokens?: number | null;
};

export type FittedHistory = {
  messages: LanguageModelV3Message[];
  transcript: string;
  tokens: number;
  dropped: number;
};

const TOOL_RESULT_LIMIT_CHARACTERS = 600;
/** Tool calls are replayed with the newest replies alone: older ones have done their work. */
const REPLIES_WITH_TOOLS = 3;

/** The history with an estimate at every message, so that each text is gone through once. */
export function estimateMessages(history: readonly HistoryMessage[]): HistoryMessage[] {
  return history.map((message) => ({ ...message, tokens: message.tokens ?? estimateTokens(message.content) }));
}

/** What the whole history would take at most, in estimated tokens. */
export function estimateHistory(history: readonly HistoryMessage[]): number {
  return history.reduce((sum, message) => {
    const calls = (message.toolCalls?.length ?? 0) * (TOOL_RESULT_LIMIT_CHARACTERS / 3);
    return sum + (message.tokens ?? estimateTokens(message.content)) + calls + TOKENS_PER_MESSAGE;
  }, 0);
}

type Entry = { messages: LanguageModelV3Message[]; line: string; tokens: number };

/**
 * The newest messages that fit into `budgetTokens`, oldest first, beginning with a message of the user. The last
 * message is always kept; if it alone is larger than the budget, its middle is cut out and marked.
 */
export function fitHistory(history: readonly HistoryMessage[], budgetTokens: number): FittedHistory {
  const kept: Entry[] = [];
  let tokens = 0;
  let repliesSeen = 0;
  let position = history.length - 1;
  for (; position >= 0; position -= 1) {
    const message = history[position];
    if (!message) break;
    const isLast = position === history.length - 1;
    if (message.role === 'assistant') repliesSeen += 1;
    const entry = toEntry(isLast ? cutMiddle(message, budgetTokens) : message, repliesSeen <= REPLIES_WITH_TOOLS);
    if (!isLast && tokens + entry.tokens > budgetTokens) break;
    tokens += entry.tokens;
    kept.unshift(entry);
  }
  let dropped = position + 1;
  // An answer whose question is gone only confuses, and some servers refuse a conversation that begins with one.
  while (kept.length > 1 && history[dropped]?.role === 'assistant') {
    tokens -= kept.shift()?.tokens ?? 0;
    dropped += 1;
  }
  return {
    messages: kept.flatMap((entry) => entry.messages),
    transcript: kept.map((entry) => entry.line).join('\n\n'),
    tokens,
    dropped,
  };
}

function toEntry(message: HistoryMessage, withTools: boolean): Entry {
  const content = cleanText(message.content);
  const contentTokens = message.tokens ?? estimateTokens(content);
  if (message.role === 'user') {
    return {
      messages: [{ role: 'user', content: [{ type: 'text', text: content }] }],
      line: `user: ${content}`,
      tokens: contentTokens + TOKENS_PER_MESSAGE,
    };
  }
  const calls = withTools ? (message.toolCalls ?? []) : [];
  const messages: LanguageModelV3Message[] = [];
  const lines: string[] = [];
  let tokens = 0;
  if (calls.length > 0) {
    const results = calls.map((call) => ({ call, text: describeResult(call) }));
    messages.push({
      role: 'assistant',
      content: calls.map((call) => ({
        type: 'tool-call',
        toolCallId: call.id,
        toolName: call.name,
        input: typeof call.input === 'object' && call.input !== null ? call.input : {},
      })),
    });
    messages.push({
      role: 'tool',
      content: results.map(({ call, text }) => ({
        type: 'tool-result',
        toolCallId: call.id,
        toolName: call.name,
        output: { type: 'text', value: text },
      })),
    });
    for (const { call, text } of results) {
      const input = JSON.stringify(call.input ?? {});
      lines.push(`tool ${call.name} ${input}: ${text}`);
      tokens += estimateTokens(input) + estimateTokens(text) + 2 * TOKENS_PER_MESSAGE;
    }
  }
  // A reply that was stopped before its first word has nothing to send.
  if (content.trim() !== '') {
    messages.push({ role: 'assistant', content: [{ type: 'text', text: content }] });
    lines.push(`assistant: ${content}`);
    tokens += contentTokens + TOKENS_PER_MESSAGE;
  }
  return { messages, line: lines.join('\n'), tokens };
}

function describeResult(call: HistoryToolCall): string {
  if (call.error) return cleanText(`Error: ${call.error}`).slice(0, TOOL_RESULT_LIMIT_CHARACTERS);
  const text = cleanText(typeof call.output === 'string' ? call.output : (JSON.stringify(call.output ?? null) ?? 'null'));
  return text.length <= TOOL_RESULT_LIMIT_CHARACTERS ? text : `${cleanText(text.slice(0, TOOL_RESULT_LIMIT_CHARACTERS))} [cut]`;
}

function cutMiddle(message: HistoryMessage, budgetTokens: number): HistoryMessage {
  const tokens = message.tokens ?? estimateTokens(message.content);
  const limit = budgetTokens - TOKENS_PER_MESSAGE - 20;
  if (tokens <= limit) return message;
  let half = Math.floor((message.content.length * limit) / tokens / 2);
  let content = message.content;
  do {
    content = `${message.content.slice(0, half)}\n[the middle of this message was left out: it is too long]\n${message.content.slice(-half)}`;
    half = Math.floor(half * 0.9);
  } while (half > 20 && estimateTokens(content) > limit);
  return { ...message, content, tokens: undefined };
}
