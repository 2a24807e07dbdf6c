import type { CompactionState } from './queries';
import type { CompactAnswer } from './schema';

/** How a conversation is compacted now, whoever asked for it. `newestTokens` is what the messages after the summary take. */
export function presentCompaction(
  conversationId: bigint,
  { total, summaries, summary }: CompactionState,
  newestTokens: number,
): CompactAnswer {
  const coveredTokens = summary?.coveredTokens ?? 0;
  const tokens = summary?.tokens ?? 0;
  return {
    success: true,
    conversationId: Number(conversationId),
    messagesCompacted: summary?.messages ?? 0,
    totalMessages: total,
    estimatedTokensSaved: Math.max(0, coveredTokens - tokens),
    summariesTotal: summaries,
    tokensBefore: coveredTokens + newestTokens,
    tokensAfter: tokens + newestTokens,
    method: summary?.method ?? null,
    summary: summary?.content ?? null,
  };
}
