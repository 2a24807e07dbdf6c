import type pg from 'pg';

/** A column that holds data of its own. */
export type MovedColumn = { quoted: string; type: string };

/** A table whose rows are moved. */
export type MovedTable = { schema: string; name: string; quoted: string; columns: MovedColumn[] };

/** The tables of a schema, but Prisma's record of migrations, partitions and tables of extensions. Generated columns are left out. */
export async function listTables(client: pg.Client, schema: string): Promise<MovedTable[]> {
  const { rows } = await client.query<MovedTable>(
    `select n.nspname as schema, c.relname as name, format('%I.%I', n.nspname, c.relname) as quoted,
            json_agg(json_build_object('quoted', format('%I', a.attname), 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where n.nspname = $1 and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> '_prisma_migrations'
        and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      group by n.nspname, c.relname
      order by c.relname`,
    [schema],
  );
  return rows;
}

/**
 * Runs `work` with the tables' foreign keys dropped and triggers off, then puts both back, which checks every row.
 * So the order of tables does not matter, nor do rows that refer to later rows. Call it inside a transaction.
 */
export async function withoutConstraints<T>(target: pg.Client, tables: MovedTable[], work: () => Promise<T>): Promise<T> {
  const names = tables.map((table) => table.quoted);
  const { rows: keys } = await target.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, format('%I', conname) as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where contype = 'f' and conparentid = 0 and conrelid = any($1::text[]::regclass[])`,
    [names],
  );
  for (const key of keys) await target.query(`alter table ${key.table} drop constraint ${key.name}`);
  for (const name of names) await target.query(`alter table ${name} disable trigger user`);
  const result = await work();
  for (const name of names) await target.query(`alter table ${name} enable trigger user`);
  for (const key of keys) await target.query(`alter table ${key.table} add constraint ${key.name} ${key.definition}`);
  return result;
}

/** Gives the target's sequences the source's position. */
export async function setSequences(source: pg.Client, target: pg.Client, schema: string): Promise<void> {
  const { rows } = await source.query<{ quoted: string; last: string }>(
    `select format('%I.%I', schemaname, sequencename) as quoted, last_value::text as last
       from pg_sequences where schemaname = $1 and last_value is not null`,
    [schema],
  );
  for (const { quoted, last } of rows) await target.query('select setval($1::regclass, $2::bigint)', [quoted, last]);
}
