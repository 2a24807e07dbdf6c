import { type Principal, principalKey } from '@/lib/auth/principal';
import { decryptWith, deriveKey, encryptWith, sha256 } from '@/lib/platform/crypto';
import { type Executor, pool } from '@/lib/platform/database';
import { AppError } from '@/lib/platform/errors';

type StoredAnswer = { body: string; headers: [string, string][] };
type Claim = {
  won: boolean;
  requestHash: Buffer;
  status: number | null;
  answer: Buffer | null;
  leaseExpiresAt: Date;
  leaseIsOver: boolean;
};

/**
 * Marks a creation as carried out. Called inside the transaction that creates, so that the mark exists exactly when the rows do: a
 * request whose process died before the answer was kept is never carried out a second time.
 *
 * @throws AppError CONFLICT when another request took the key over meanwhile
 */
export type MarkDone = (executor: Executor) => Promise<void>;

const KEPT_HEADERS = ['content-type', 'cache-control', 'location'];
const LEASE_SECONDS = 30;
/** Stands for "done, but its answer is not kept yet"; also what a caller gets when it never will be. */
const DONE = 409;
const WAIT_STEP_MS = 50;
const WAIT_LIMIT_MS = 10_000;

function readKey(request: Request): string | undefined {
  const key = request.headers.get('idempotency-key')?.trim();
  if (!key) return undefined;
  if (key.length > 255) throw new AppError('BAD_REQUEST', 'Idempotency-Key may have at most 255 characters');
  return key;
}

/** Takes the record of a key, or reads who has it. A holder whose lease ran out without an answer is replaced. */
async function claim(principal: string, keyHash: Buffer, requestHash: Buffer): Promise<Claim> {
  const won = await pool().query<Pick<Claim, 'leaseExpiresAt'>>(
    `insert into idempotency_records (principal, key_hash, request_hash, lease_expires_at, expires_at)
     values ($1, $2, $3, now() + make_interval(secs => $4), now() + interval '24 hours')
     on conflict (principal, key_hash) do update
       set request_hash = excluded.request_hash, status = null, answer = null,
           lease_expires_at = excluded.lease_expires_at, expires_at = excluded.expires_at
       where idempotency_records.expires_at < now()
          or (idempotency_records.status is null and idempotency_records.lease_expires_at < now())
     returning lease_expires_at as "leaseExpiresAt"`,
    [principal, keyHash, requestHash, LEASE_SECONDS],
  );
  if (won.rows[0]) return { won: true, requestHash, status: null, answer: null, leaseIsOver: false, ...won.rows[0] };
  const { rows } = await pool().query<Omit<Claim, 'won'>>(
    `select request_hash as "requestHash", status, answer, lease_expires_at as "leaseExpiresAt", lease_expires_at < now() as "leaseIsOver"
     from idempotency_records where principal = $1 and key_hash = $2`,
    [principal, keyHash],
  );
  // Deleted between the two statements: its holder failed, so the key is free again.
  return rows[0] ? { won: false, ...rows[0] } : claim(principal, keyHash, requestHash);
}

function replay(sealingKey: Buffer, status: number, answer: Buffer): Response {
  const stored = JSON.parse(decryptWith(sealingKey, answer)) as StoredAnswer;
  return new Response(stored.body, { status, headers: [...stored.headers, ['idempotency-replayed', 'true']] });
}

/** Ids of conversations are bigint once a body has been read. */
const bigintAsText = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

/**
 * Runs `act` once for an `Idempotency-Key` of a principal and gives every twin the same answer for 24 hours.
 * The answer is encrypted under a key that follows from the Idempotency-Key itself, of which only a hash is stored,
 * so a private key inside it can be read again by its first caller alone.
 *
 * @throws AppError CONFLICT when the same key comes with another body, its first request runs for too long, or its answer was lost.
 */
export async function withIdempotency(
  request: Request,
  caller: Principal,
  body: unknown,
  act: (markDone: MarkDone) => Promise<Response>,
): Promise<Response> {
  const key = readKey(request);
  if (!key) return act(async () => {});
  const principal = principalKey(caller);
  const keyHash = sha256(`${principal}\n${key}`);
  const requestHash = sha256(`${request.method} ${new URL(request.url).pathname}\n${JSON.stringify(body ?? null, bigintAsText)}`);
  const sealingKey = deriveKey(key, `idempotency:${principal}`);

  let leaseExpiresAt: Date;
  for (let waitedMs = 0; ; waitedMs += WAIT_STEP_MS) {
    const taken = await claim(principal, keyHash, requestHash);
    leaseExpiresAt = taken.leaseExpiresAt;
    if (taken.won) break;
    if (!taken.requestHash.equals(requestHash)) throw new AppError('CONFLICT', 'This Idempotency-Key was used with another request');
    if (taken.status !== null && taken.answer) return replay(sealingKey, taken.status, taken.answer);
    if (taken.status === DONE && taken.leaseIsOver)
      throw new AppError(
        'CONFLICT',
        'The first request with this Idempotency-Key was carried out, but its answer was lost. Look for what it made before you send another.',
      );
    if (waitedMs >= WAIT_LIMIT_MS)
      throw new AppError('CONFLICT', 'The first request with this Idempotency-Key is still running', { retryAfterMs: 1_000 });
    await new Promise((resolve) => setTimeout(resolve, WAIT_STEP_MS));
  }

  // Whoever outlived its lease was replaced, and may neither free nor answer for its successor.
  const ours = `principal = $1 and key_hash = $2 and answer is null and lease_expires_at = $3`;
  const forget = () =>
    pool().query(`delete from idempotency_records where ${ours} and status is null`, [principal, keyHash, leaseExpiresAt]);
  const markDone: MarkDone = async (executor) => {
    const marked = await executor.query(`update idempotency_records set status = ${DONE} where ${ours}`, [
      principal,
      keyHash,
      leaseExpiresAt,
    ]);
    if (marked.rowCount !== 1)
      throw new AppError('CONFLICT', 'Another request with this Idempotency-Key took over', { retryAfterMs: 1_000 });
  };
  let response: Response;
  try {
    response = await act(markDone);
  } catch (error) {
    await forget();
    throw error;
  }
  if (response.status >= 400 || response.headers.get('content-type')?.startsWith('text/event-stream')) {
    await forget();
    return response;
  }
  const stored: StoredAnswer = {
    body: await response.clone().text(),
    headers: KEPT_HEADERS.flatMap((name) =>
      response.headers.has(name) ? [[name, response.headers.get(name) ?? ''] as [string, string]] : [],
    ),
  };
  await pool().query(`update idempotency_records set status = $4, answer = $5 where ${ours}`, [
    principal,
    keyHash,
    leaseExpiresAt,
    response.status,
    encryptWith(sealingKey, JSON.stringify(stored)),
  ]);
  return response;
}

/** Deletes answers whose day is over; called by the worker's sweep. */
export async function sweepIdempotency(): Promise<number> {
  const result = await pool().query(`delete from idempotency_records where expires_at < now()`);
  return result.rowCount ?? 0;
}
