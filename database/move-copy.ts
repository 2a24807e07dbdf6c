import type pg from 'pg';
import type { MovedTable } from './move-catalogue';

/** A table that was copied. */
export type CopiedTable = { table: string; rows: number };

// A row with an embedding of 1,536 dimensions is about 20 kB as text.
const BATCH_ROWS = 250;

/**
 * Copies a table's rows in batches. Values travel as PostgreSQL's own text form, which is exact for every type,
 * vectors included. Call it inside a transaction on both sides.
 */
export async function copyTable(source: pg.Client, target: pg.Client, table: MovedTable): Promise<CopiedTable> {
  const names = table.columns.map((column) => column.quoted).join(', ');
  const texts = table.columns.map((column) => `${column.quoted}::text`).join(', ');
  const parameters = table.columns.map((_, index) => `$${index + 1}::text[]`).join(', ');
  const places = table.columns.map((_, index) => `c${index}`).join(', ');
  const casts = table.columns.map((column, index) => `c${index}::${column.type}`).join(', ');
  const insert = `insert into ${table.quoted} (${names}) overriding system value select ${casts} from unnest(${parameters}) as batch(${places})`;
  await source.query(`declare moved no scroll cursor for select ${texts} from ${table.quoted}`);
  let copied = 0;
  for (;;) {
    const { rows } = await source.query<(string | null)[]>({ text: `fetch ${BATCH_ROWS} from moved`, rowMode: 'array' });
    if (rows.length === 0) break;
    await target.query(
      insert,
      table.columns.map((_, index) => rows.map((row) => row[index])),
    );
    copied += rows.length;
  }
  await source.query('close moved');
  return { table: `${table.schema}.${table.name}`, rows: copied };
}

/** Compares both sides by number of rows and by a checksum over all their columns. @throws Error naming the first table that differs. */
export async function compareTables(source: pg.Client, target: pg.Client, tables: MovedTable[]): Promise<void> {
  for (const table of tables) {
    const row = table.columns.map((column) => `${column.quoted}::text`).join(', ');
    const sql = `select count(*)::text as rows, coalesce(sum(('x' || left(md5(row(${row})::text), 15))::bit(60)::bigint), 0)::text as checksum from ${table.quoted}`;
    const [mine, theirs] = await Promise.all([
      source.query<{ rows: string; checksum: string }>(sql),
      target.query<{ rows: string; checksum: string }>(sql),
    ]);
    const before = mine.rows[0]!;
    const after = theirs.rows[0]!;
    if (before.rows !== after.rows || before.checksum !== after.checksum) {
      throw new Error(
        `${table.schema}.${table.name} differs after the copy (${before.rows} rows, then ${after.rows}); nothing was kept in the target.`,
      );
    }
  }
}
