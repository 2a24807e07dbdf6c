import { trustedAgent } from '@/lib/auth/ownership';
import { findAgentOfJob } from '@/lib/memories/queries';
import { log } from '@/lib/platform/log';
import { keepRunningSummary } from './service';

/** Sums up the older part of a conversation. Throws when the model may answer later; the queue tries again. */
export async function handleSummarizeConversation({ agentId, conversationId }: { agentId: string; conversationId: string }): Promise<void> {
  const row = await findAgentOfJob(BigInt(agentId));
  if (!row) return;
  const written = await keepRunningSummary(trustedAgent(row), BigInt(conversationId));
  if (written) log().info({ agentId, conversationId }, 'a conversation was summed up');
}
