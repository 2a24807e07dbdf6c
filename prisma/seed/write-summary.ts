import type { OwnedAgent } from '@/lib/auth/principal';
import { KEPT_MESSAGES, talkTokens } from '@/lib/compaction/service';
import { estimateTokens } from '@/lib/llm/tokens';
import type { Transaction } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';

/** Writes the summary of all but the newest messages of a conversation, with its notice at the end. */
export async function writeSummary(
  tx: Transaction,
  agent: OwnedAgent,
  conversationId: bigint,
  messages: readonly { role: 'user' | 'assistant'; content: string }[],
  summary: string,
  at: Date,
): Promise<void> {
  const covered = messages.slice(0, -KEPT_MESSAGES);
  await tx.query(
    `insert into conversation_summaries (id, owner_id, agent_id, conversation_id, until_sequence, at_sequence, messages, covered_tokens, tokens, content,
                                         method, actor, created_at)
     values ($1, $2, $3, $4, $5, $6, $5, $7, $8, $9, 'model', 'owner', $10)`,
    [
      newId(),
      agent.ownerId,
      agent.id,
      conversationId,
      covered.length,
      messages.length,
      talkTokens(covered),
      estimateTokens(summary),
      summary,
      at,
    ],
  );
}
