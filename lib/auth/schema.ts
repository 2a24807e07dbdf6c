import { z } from 'zod';
import { timestamp } from '@/lib/api/schema';

/** What the column of challenges holds: a 32-bit integer. */
const LARGEST_CHAIN_ID = 2 ** 31 - 1;

/** A wallet address; checksummed or not, stored and compared in lower case. */
export const walletAddress = z
  .string('is required')
  .regex(/^0x[0-9a-fA-F]{40}$/, 'must be a wallet address (0x and 40 hex digits)')
  .transform((address) => address.toLowerCase());

/** A signature of any length: 65 bytes from an ordinary wallet, longer from contract wallets. */
export const signature = z
  .string('is required')
  .regex(/^0x(?:[0-9a-fA-F]{2})+$/, 'must be hex (0x…)')
  .max(20_000, 'is too long');

export const nonce = z.string('is required').regex(/^[0-9A-Za-z-]{8,128}$/, 'is not a nonce');

export const connectNonceBody = z.object({
  address: walletAddress.optional(),
  chainId: z.number().int('must be a whole number').positive().max(LARGEST_CHAIN_ID).optional(),
});

export const connectNonceAnswer = z.object({ nonce: z.string(), challenge: z.string() });

export const quickConnectBody = z.object({ address: walletAddress, signature, nonce });

export const user = z.object({
  id: z.string(),
  humanId: z.string(),
  walletAddress: z.string(),
  authMethod: z.literal('wallet'),
  createdAt: timestamp,
  /** May mint partner keys. */
  isOperator: z.boolean(),
});

export type UserWire = z.infer<typeof user>;

export const session = z.object({
  id: z.string(),
  current: z.boolean(),
  userAgent: z.string().nullable(),
  ipAddress: z.string().nullable(),
  createdAt: timestamp,
  lastSeenAt: timestamp,
  expiresAt: timestamp,
});
