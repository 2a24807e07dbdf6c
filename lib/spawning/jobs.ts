import { z } from 'zod';
import { defineJob } from '@/lib/platform/job-definition';

/** Lets an agent get to know its owner, step by step. Enqueued in the transaction that creates the agent or resets its failed steps. */
export const spawnAgent = defineJob({
  name: 'spawning',
  data: z.object({ agentId: z.string() }),
  retryLimit: 8,
  expireInSeconds: 900,
});
