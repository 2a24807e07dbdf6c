import { z } from 'zod';
import { defineJob } from '@/lib/platform/job-definition';

/** Goes on with one deep reflection, from the step that it has reached. */
export const reflect = defineJob({
  name: 'reflections-reflect',
  data: z.object({ reflectionId: z.uuid() }),
  retryLimit: 6,
  retryDelaySeconds: 10,
  expireInSeconds: 900,
});
