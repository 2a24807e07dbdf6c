import { z } from 'zod';
import { timestamp } from '@/lib/api/schema';

export const grant = z.object({
  partnerId: z.string(),
  partnerName: z.string(),
  /** `creator`: the partner made the agent; `grant`: the owner let it in. */
  source: z.enum(['creator', 'grant']),
  grantedAt: timestamp,
});

export const grantsAnswer = z.object({
  grants: z.array(grant),
  /** Partners of this install that could be granted access. */
  partners: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Made by a partner and not yet taken over by the owner. */
  adoptable: z.boolean(),
});

export const putGrantBody = z
  .object({ partnerId: z.uuid('is not a valid id').optional(), adopt: z.literal(true).optional() })
  .refine((body) => body.partnerId !== undefined || body.adopt, 'partnerId or adopt is required');

export const deleteGrantQuery = z.object({ partnerId: z.uuid('is not a valid id') });
