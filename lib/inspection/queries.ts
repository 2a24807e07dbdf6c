import type { OwnedAgentId } from '@/lib/auth/principal';
import type { HistoryToolCall } from '@/lib/llm/prompt-history';
import { pool } from '@/lib/platform/database';

export type PromptRow = {
  messageId: string;
  conversationId: bigint;
  status: string;
  model: string | null;
  inputTokens: number;
  memoriesUsed: { id: string; content: string }[];
  createdAt: Date;
  prompt: unknown;
  texts: Buffer | null;
};

/** A reply with what was kept of its prompt. */
export async function findPrompt(agentId: OwnedAgentId, messageId: string): Promise<PromptRow | undefined> {
  const { rows } = await pool().query<PromptRow>({
    name: 'messages-prompt',
    text: `select id as "messageId", conversation_id as "conversationId", status, model, input_tokens as "inputTokens",
                  memories_used as "memoriesUsed", created_at as "createdAt", prompt, prompt_texts as texts
           from messages where id = $2 and agent_id = $1 and role = 'assistant'`,
    values: [agentId, messageId],
  });
  return rows[0];
}

export type PastRow = { id: string; role: 'user' | 'assistant'; speaker: string | null; content: string; saidAt: Date };

/** Messages of an agent by their ids, also those that were replaced since. */
export async function findPastMessagesById(agentId: OwnedAgentId, ids: readonly string[]): Promise<PastRow[]> {
  const { rows } = await pool().query<PastRow>({
    name: 'messages-by-id',
    text: `select id, role, speaker, content, created_at as "saidAt" from messages where agent_id = $1 and id = any($2::uuid[])`,
    values: [agentId, ids],
  });
  return rows;
}

/** The text of a summary; undefined when it was dropped. */
export async function findSummaryText(agentId: OwnedAgentId, summaryId: string): Promise<string | undefined> {
  const { rows } = await pool().query<{ content: string }>({
    name: 'summary-text',
    text: `select content from conversation_summaries where id = $2 and agent_id = $1`,
    values: [agentId, summaryId],
  });
  return rows[0]?.content;
}

export type HistoryRow = { id: string; role: 'user' | 'assistant'; content: string; toolCalls: HistoryToolCall[] | null };

/** The messages from one sequence to another as they stood when a reply began. */
export async function findHistory(
  agentId: OwnedAgentId,
  conversationId: bigint,
  [first, last]: readonly [number, number],
  at: Date,
): Promise<HistoryRow[]> {
  const { rows } = await pool().query<HistoryRow>({
    name: 'messages-history-at',
    text: `select id, role, content, tool_calls as "toolCalls" from messages
           where conversation_id = $2 and agent_id = $1 and sequence between $3 and $4 and role in ('user', 'assistant')
             and status in ('completed', 'stopped') and (superseded_at is null or superseded_at > $5)
           order by sequence`,
    values: [agentId, conversationId, first, last, at],
  });
  return rows;
}
