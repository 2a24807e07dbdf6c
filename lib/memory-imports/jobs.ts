import { z } from 'zod';
import { defineJob } from '@/lib/platform/job-definition';

/**
 * Looks for facts in the messages of an import that are still to be read. Enqueued in the transaction that stores them, and again by the
 * one that ends the share of a job.
 */
export const readMemoryImport = defineJob({
  name: 'memories-import',
  data: z.object({ importId: z.uuid() }),
});
