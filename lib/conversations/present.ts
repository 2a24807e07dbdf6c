import type { z } from 'zod';
import type { ConversationRow, MessageRow, NoticeRow } from './queries';
import type { ConversationWire, MessageWire, toolCallWire } from './schema';

type ToolCallWire = z.infer<typeof toolCallWire>;

export function presentConversation(row: ConversationRow): ConversationWire {
  return {
    id: Number(row.id),
    agentId: Number(row.agentId),
    title: row.title,
    messageCount: row.messageCount,
    createdAt: row.createdAt.toISOString(),
    lastMessageAt: row.lastMessageAt.toISOString(),
    openMessageId: row.openMessageId,
  };
}

/** @param memoriesSaved what was learned from the message that this one answers */
export function presentMessage(row: MessageRow, memoriesSaved: { id: string; content: string }[] = []): MessageWire {
  return {
    id: row.id,
    conversationId: Number(row.conversationId),
    role: row.role,
    content: row.content,
    status: row.status,
    toolCalls: row.toolCalls && row.toolCalls.map((call) => presentToolCall(call as Partial<ToolCallWire>)),
    replyToId: row.replyToId,
    suggestedChips: row.suggestedChips ?? [],
    error: row.error,
    errorCode: row.errorCode,
    memoriesUsed: row.memoriesUsed.map(({ id, content }) => ({ id, content })),
    knowledgeUsed: row.knowledgeUsed,
    memoriesSaved: memoriesSaved.map(({ id, content }) => ({ id, content })),
    usage: presentUsage(row),
    createdAt: row.createdAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
  };
}

function presentToolCall(call: Partial<ToolCallWire>): ToolCallWire {
  return {
    id: String(call.id ?? ''),
    name: String(call.name ?? ''),
    input: call.input ?? null,
    output: call.output ?? null,
    error: call.error ?? null,
    durationMs: Math.round(call.durationMs ?? 0),
  };
}

function presentUsage(row: MessageRow): MessageWire['usage'] {
  if (row.role !== 'assistant' || row.model === null) return null;
  return {
    model: row.model,
    provider: row.provider ?? 'unknown',
    tier: row.tier ?? 'free',
    inputTokens: row.inputTokens,
    outputTokens: row.outputTokens,
    costUsd: Number(row.costMicroUsd) / 1_000_000,
    latencyMs: row.latencyMs,
    firstTokenMs: row.firstTokenMs,
    finishReason: row.finishReason,
  };
}

/**
 * Puts each notice to the last message that stands before it.
 *
 * @param messages one page in order, of the rows `rows`
 * @param isNewest whether the page ends the conversation, so that what happened after its last message belongs to it
 */
export function placeNotices(
  messages: readonly MessageWire[],
  rows: readonly MessageRow[],
  notices: readonly NoticeRow[],
  isNewest: boolean,
): MessageWire[] {
  if (notices.length === 0) return [...messages];
  return messages.map((message, index) => {
    const { sequence } = rows[index]!;
    const next = rows[index + 1]?.sequence ?? (isNewest ? Infinity : sequence + 1);
    const placed = notices.filter(({ atSequence }) => atSequence >= sequence && atSequence < next);
    return placed.length === 0 ? message : { ...message, compactions: placed.map(presentNotice) };
  });
}

function presentNotice({ id, messages, coveredTokens, tokens, method, actor, content, createdAt }: NoticeRow) {
  const tokensSaved = Math.max(0, coveredTokens - tokens);
  return { id, messagesCompacted: messages, tokensSaved, method, by: actor, summary: content, createdAt };
}
