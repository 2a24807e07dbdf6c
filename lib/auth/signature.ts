import { createPublicClient, http, type Hex, recoverMessageAddress } from 'viem';
import { env } from '@/lib/platform/env';
import { AppError } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';

const EOA_SIGNATURE_LENGTH = 2 + 65 * 2;
const CHAIN_TIMEOUT_MS = 5_000;

async function recoversTo(address: string, message: string, signature: Hex): Promise<boolean> {
  try {
    return (await recoverMessageAddress({ message, signature })).toLowerCase() === address;
  } catch {
    return false;
  }
}

async function chainAccepts(address: string, message: string, signature: Hex): Promise<boolean> {
  const unavailable = (cause?: unknown) =>
    new AppError('SERVICE_UNAVAILABLE', 'This wallet can be verified only on chain, which cannot be reached right now.', {
      retryAfterMs: 5_000,
      cause,
    });
  const url = env().CHAIN_RPC_URL;
  if (!url) throw unavailable();
  const client = createPublicClient({ transport: http(url, { timeout: CHAIN_TIMEOUT_MS, retryCount: 0 }) });
  try {
    // viem answers `false` for a refusal of the contract and for a broken connection alike, so the connection is tried first.
    await client.getChainId();
    return await client.verifyMessage({ address: address as Hex, message, signature });
  } catch (error) {
    log().warn({ error }, 'the chain could not be asked about a signature');
    throw unavailable(error);
  }
}

/**
 * Whether `address` signed `message`. Signatures of 65 bytes are recovered here; others (ERC-1271, ERC-6492) are checked on chain.
 *
 * @throws AppError SERVICE_UNAVAILABLE when the chain is needed and cannot be asked.
 */
export async function verifySignature(address: string, message: string, signature: string): Promise<boolean> {
  if (signature.length === EOA_SIGNATURE_LENGTH) return recoversTo(address, message, signature as Hex);
  return chainAccepts(address, message, signature as Hex);
}
