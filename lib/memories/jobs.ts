import { z } from 'zod';
import { defineJob } from '@/lib/platform/job-definition';

/** Learns facts from one finished exchange. Enqueued in the transaction that ends the reply, unless it failed. */
export const extractMemories = defineJob({
  name: 'memories-extract',
  data: z.object({ replyId: z.uuid() }),
});

/** Computes the vectors of memories that have none, or one of another embedder. */
export const embedMemories = defineJob({
  name: 'memories-embed',
  data: z.object({ agentId: z.string() }),
});
