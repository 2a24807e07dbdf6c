import { z } from 'zod';
import { defineJob } from '@/lib/platform/job-definition';

/** Lets the agent rewrite its soul from what it learned. The id of the attempt makes its repetitions one rewrite. */
export const rewriteSoul = defineJob({
  name: 'soul-rewrite',
  data: z.object({ agentId: z.string(), attemptId: z.uuid() }),
  retryDelaySeconds: 30,
  expireInSeconds: 300,
});
