import { z } from 'zod';
import { defineJob } from '@/lib/platform/job-definition';

/** Sums up the older part of a conversation that has outgrown its prompts. Enqueued in the transaction that ends a reply. */
export const summarizeConversation = defineJob({
  name: 'conversation-summarize',
  data: z.object({ agentId: z.string(), conversationId: z.string() }),
});
