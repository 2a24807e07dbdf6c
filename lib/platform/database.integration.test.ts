import { describe, expect, it } from 'vitest';
import { toAppError } from '@/lib/api/errors';
import { pool, transaction } from './database';

const HANG_MS = 3_000;
const hanging = { text: `select pg_sleep(${HANG_MS / 1_000})`, query_timeout: 100 };

describe('a database that hangs', () => {
  it('costs a caller a bounded time', () => {
    expect(pool().options.query_timeout).toBeLessThanOrEqual(30_000);
  });

  it('is a 503 that asks to try again, and serves again once it answers', async () => {
    const error = await pool()
      .query(hanging)
      .then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
    expect(toAppError(error)).toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryAfterMs: expect.any(Number) });
    expect((await pool().query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('keeps nothing of a transaction that it did not finish, and nobody waits for its rollback', async () => {
    await pool().query(`create table if not exists hung (id int)`);
    const startedAtMs = performance.now();
    await expect(
      transaction(async (tx) => {
        await tx.query('insert into hung values (1)');
        await tx.query(hanging);
      }),
    ).rejects.toThrow('timeout');
    expect(performance.now() - startedAtMs).toBeLessThan(HANG_MS);
    await expect
      .poll(async () => (await pool().query('select count(*)::int as count from hung')).rows[0].count, { timeout: 30_000 })
      .toBe(0);
    await pool().query('drop table hung');
  });
});
