import { z } from 'zod';
import { timestamp, uuidWire } from '@/lib/api/schema';

/** What the column of challenges holds: a 32-bit integer. */
const LARGEST_CHAIN_ID = 2 ** 31 - 1;

const EXAMPLE_ADDRESS = '0x52908400098527886e0f7030069857d2e4169ee7';

/** A wallet address; checksummed or not, stored and compared in lower case. */
export const walletAddress = z
  .string('is required')
  .regex(/^0x[0-9a-fA-F]{40}$/, 'must be a wallet address (0x and 40 hex digits)')
  .transform((address) => address.toLowerCase())
  .meta({ description: 'A wallet address', example: EXAMPLE_ADDRESS });

/** A signature of any length: 65 bytes from an ordinary wallet, longer from contract wallets. */
export const signature = z
  .string('is required')
  .regex(/^0x(?:[0-9a-fA-F]{2})+$/, 'must be hex (0x…)')
  .max(20_000, 'is too long')
  .meta({ description: 'What the wallet made of the challenge', examples: ['0x1b2c3d'] });

export const nonce = z
  .string('is required')
  .regex(/^[0-9A-Za-z-]{8,128}$/, 'is not a nonce')
  .meta({ description: 'Lives five minutes and works once', examples: ['8f2c1d7e5b9a4c30'] });

export const connectNonceBody = z
  .object({
    address: walletAddress.optional(),
    chainId: z
      .number()
      .int('must be a whole number')
      .positive()
      .max(LARGEST_CHAIN_ID)
      .optional()
      .meta({ description: 'The chain that the message names' }),
  })
  .meta({ examples: [{ address: EXAMPLE_ADDRESS, chainId: 1 }] });

export const connectNonceAnswer = z.object({
  nonce,
  challenge: z
    .string()
    .meta({ description: 'The text to sign', examples: ['localhost:3000 wants you to sign in with your Ethereum account: …'] }),
});

export const quickConnectBody = z.object({ address: walletAddress, signature, nonce });

export const user = z.object({
  id: uuidWire,
  humanId: z.string().meta({ description: 'The wallet address', examples: [EXAMPLE_ADDRESS] }),
  walletAddress: z.string().meta({ examples: [EXAMPLE_ADDRESS] }),
  authMethod: z.literal('wallet'),
  createdAt: timestamp,
  isOperator: z.boolean().meta({ description: 'May make partner keys', examples: [false] }),
});

export type UserWire = z.infer<typeof user>;

export const session = z.object({
  id: uuidWire,
  current: z.boolean().meta({ description: 'The session that calls', examples: [true] }),
  userAgent: z
    .string()
    .nullable()
    .meta({ examples: ['Mozilla/5.0 (X11; Linux x86_64)'] }),
  ipAddress: z
    .string()
    .nullable()
    .meta({ examples: ['127.0.0.1'] }),
  createdAt: timestamp,
  lastSeenAt: timestamp,
  expiresAt: timestamp,
});
