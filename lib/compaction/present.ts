import type { CompactionState } from './queries';
import type { CompactAnswer } from './schema';

/** How a conversation is compacted now. `messagesBefore` is how many messages a summary stood for when it was asked. */
export function presentCompaction(
  conversationId: bigint,
  { total, summaries, summary }: CompactionState,
  { newestTokens, messagesBefore }: { newestTokens: number; messagesBefore: number },
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
    newlyCompacted: Math.max(0, (summary?.messages ?? 0) - messagesBefore),
    tokensBefore: coveredTokens + newestTokens,
    tokensAfter: tokens + newestTokens,
    method: summary?.method ?? null,
    summary: summary?.content ?? null,
  };
}
