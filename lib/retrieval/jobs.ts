import { z } from 'zod';
import { defineJob } from '@/lib/platform/job-definition';

/** Makes an agent's latest messages searchable. Enqueued in the transaction that ends a reply. */
export const indexMessages = defineJob({
  name: 'messages-index',
  data: z.object({ agentId: z.string() }),
});
