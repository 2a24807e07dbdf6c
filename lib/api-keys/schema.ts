import { z } from 'zod';
import { boundedText, timestamp, uuidParam } from '@/lib/api/schema';

export const scopes = ['read', 'chat', 'write', 'approve', 'chain'] as const;

export const scope = z.enum(scopes);

export const apiKeyParams = z.object({ keyId: uuidParam });

export const createApiKeyBody = z.object({
  name: boundedText(1, 80),
  kind: z.enum(['personal', 'partner'], 'must be personal or partner').default('personal'),
  scopes: z
    .array(scope)
    .min(1, 'needs at least one scope')
    .max(scopes.length)
    .default([...scopes]),
  expiresAt: timestamp.refine((value) => new Date(value) > new Date(), 'must lie in the future').nullish(),
});

export const apiKey = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['personal', 'partner', 'agent']),
  prefix: z.string(),
  scopes: z.array(scope),
  createdAt: timestamp,
  expiresAt: timestamp.nullable(),
  lastUsedAt: timestamp.nullable(),
  partnerId: z.string().nullable(),
});

export type ApiKeyWire = z.infer<typeof apiKey>;
