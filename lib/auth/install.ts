import { randomToken } from '@/lib/platform/crypto';
import { pool } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';

let installId: string | undefined;

/** A short id of this install, made once and kept in its database. */
export async function readInstallId(): Promise<string> {
  if (installId) return installId;
  const { rows } = await pool().query<{ installId: string }>(
    `insert into install (id, install_id) values (1, $1)
     on conflict (id) do update set install_id = install.install_id
     returning install_id as "installId"`,
    [randomToken().slice(0, 8).toLowerCase()],
  );
  installId = rows[0]?.installId ?? '';
  return installId;
}

/** On the embedded default without ADMIN_WALLETS, the first wallet that signs in becomes the operator. */
export async function claimOperator(walletAddress: string): Promise<void> {
  if (!env().EMBEDDED_DATABASE || env().ADMIN_WALLETS.length > 0) return;
  await readInstallId();
  await pool().query(`update install set operator_wallet = $1 where id = 1 and operator_wallet is null`, [walletAddress]);
}

/** Whether a wallet may mint partner keys and see what concerns the whole install. */
export async function isOperator(walletAddress: string): Promise<boolean> {
  if (env().ADMIN_WALLETS.length > 0) return env().ADMIN_WALLETS.includes(walletAddress);
  if (!env().EMBEDDED_DATABASE) return false;
  const { rowCount } = await pool().query(`select 1 from install where id = 1 and operator_wallet = $1`, [walletAddress]);
  return (rowCount ?? 0) > 0;
}
