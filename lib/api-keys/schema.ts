import { z } from 'zod';
import { boundedText, timestamp, uuidParam, uuidWire } from '@/lib/api/schema';

export const scopes = ['read', 'chat', 'write', 'approve', 'chain'] as const;

export const scope = z.enum(scopes);

export const apiKeyParams = z.object({ keyId: uuidParam.meta({ description: 'The key' }) });

export const createApiKeyBody = z
  .object({
    name: boundedText(1, 80).meta({ description: 'Where the key will be used' }),
    kind: z.enum(['personal', 'partner'], 'must be personal or partner').default('personal'),
    scopes: z
      .array(scope)
      .min(1, 'needs at least one scope')
      .max(scopes.length)
      .default([...scopes])
      .meta({ description: 'What the key may do' }),
    expiresAt: timestamp
      .refine((value) => new Date(value) > new Date(), 'must lie in the future')
      .nullish()
      .meta({ description: 'Without it the key does not expire' }),
  })
  .meta({ examples: [{ name: 'My laptop', scopes: ['read', 'chat'] }] });

export const apiKey = z
  .object({
    id: uuidWire,
    name: z.string().meta({ examples: ['My laptop'] }),
    kind: z.enum(['personal', 'partner', 'agent']),
    prefix: z.string().meta({ description: 'The beginning of the secret, to tell keys apart', examples: ['mck_a1b2c3'] }),
    scopes: z.array(scope),
    createdAt: timestamp,
    expiresAt: timestamp.nullable(),
    lastUsedAt: timestamp.nullable(),
    partnerId: z
      .string()
      .nullable()
      .meta({ examples: [null] }),
  })
  .meta({ id: 'ApiKey' });

export type ApiKeyWire = z.infer<typeof apiKey>;
