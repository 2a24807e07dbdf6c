import { z } from 'zod';
import { defineJob } from '@/lib/platform/job-definition';

/** Computes the vectors of an agent's texts. Enqueued in the transaction that writes one. */
export const embedKnowledge = defineJob({
  name: 'knowledge-embed',
  data: z.object({ agentId: z.string() }),
});
