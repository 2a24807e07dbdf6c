import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase } from './database';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });
pool.on('error', () => {});

beforeAll(async () => {
  await pool.query('CREATE TABLE claim (id int PRIMARY KEY, status text NOT NULL, winner int)');
});
afterAll(() => pool.end());

test('a guarded update that many race for has one winner', async () => {
  await pool.query(`INSERT INTO claim VALUES (1, 'open')`);
  const claim = (winner: number) =>
    pool.query(`UPDATE claim SET status = 'taken', winner = $1 WHERE id = 1 AND status = 'open' RETURNING winner`, [winner]);
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => claim(index)));
  const winners = answers.flatMap((answer) => answer.rows);
  expect(winners).toHaveLength(1);
  expect((await pool.query('SELECT status, winner FROM claim')).rows).toEqual([{ status: 'taken', winner: winners[0].winner }]);
});

test('the database is migrated and has pgvector', async () => {
  const migrations = await pool.query('SELECT count(*)::int AS applied FROM _prisma_migrations WHERE finished_at IS NOT NULL');
  expect(migrations.rows[0].applied).toBeGreaterThan(0);
  const distance = await pool.query(`SELECT '[1,0]'::vector <=> '[0,1]'::vector AS distance`);
  expect(Number(distance.rows[0].distance)).toBeCloseTo(1);
});

test('a second database of the same file knows nothing of the first', async () => {
  const second = await createTestDatabase(inject('databaseSource'));
  const client = new pg.Client({ connectionString: second.url });
  await client.connect();
  const { rows } = await client.query(`SELECT to_regclass('claim') AS claim`);
  await client.end();
  await second.drop();
  expect(rows[0].claim).toBeNull();
});
