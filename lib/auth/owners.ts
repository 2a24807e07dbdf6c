import { pool } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import type { OwnerId } from './principal';

export type Owner = { ownerId: OwnerId; walletAddress: string; createdAt: Date };

/** Owns nothing and never will: stands for a wallet that has no row yet. */
export const NOBODY = '00000000-0000-0000-0000-000000000000' as OwnerId;

async function findOwner(walletAddress: string): Promise<Owner | undefined> {
  const { rows } = await pool().query<Owner>({
    name: 'owner-read',
    text: `select id as "ownerId", wallet_address as "walletAddress", created_at as "createdAt" from users where wallet_address = $1`,
    values: [walletAddress],
  });
  return rows[0];
}

/** The person of a wallet (lower case); made when `create` is set and nobody has it yet. */
export async function readOwner(walletAddress: string, options: { create: boolean }): Promise<Owner | undefined> {
  const known = await findOwner(walletAddress);
  if (known || !options.create) return known;
  await pool().query(`insert into users (id, wallet_address) values ($1, $2) on conflict (wallet_address) do nothing`, [
    newId(),
    walletAddress,
  ]);
  return findOwner(walletAddress);
}
