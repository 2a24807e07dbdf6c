import { z } from 'zod';
import { timestamp, uuidWire } from '@/lib/api/schema';

export const grant = z.object({
  partnerId: uuidWire,
  partnerName: z.string().meta({ examples: ['Example partner'] }),
  source: z
    .enum(['creator', 'grant'])
    .meta({ description: '`creator`: the partner made the agent; `grant`: the owner let it in', examples: ['grant'] }),
  grantedAt: timestamp,
});

export const grantsAnswer = z.object({
  grants: z.array(grant),
  partners: z
    .array(z.object({ id: uuidWire, name: z.string().meta({ examples: ['Example partner'] }) }))
    .describe('Partners of this install that could be granted access'),
  adoptable: z.boolean().meta({ description: 'Made by a partner and not yet taken over by the owner', examples: [false] }),
});

export const putGrantBody = z
  .object({
    partnerId: z.uuid('is not a valid id').optional(),
    adopt: z.literal(true).optional().meta({ description: 'Take over the agent that a partner made' }),
  })
  .refine((body) => body.partnerId !== undefined || body.adopt, 'partnerId or adopt is required')
  .meta({ examples: [{ partnerId: '0197c2f4-6c1e-7d3a-9b52-4f0e8a7c6d21' }] });

export const deleteGrantQuery = z.object({
  partnerId: z.uuid('is not a valid id').meta({ description: 'The partner', examples: ['0197c2f4-6c1e-7d3a-9b52-4f0e8a7c6d21'] }),
});
