import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { listTables, type MovedTable } from './move-catalogue';
import { copyTable, type CopiedTable } from './move-copy';
import { MigrationError } from './migration-errors';

const SCHEMA = 'pgboss';

// In the order of their references. Statistics, warnings and maintenance times are not moved: pg-boss makes them anew.
const movedTables = ['queue', 'schedule', 'subscription', 'job', 'job_dependency'];

async function versionOf(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ present: boolean }>(`select to_regclass('${SCHEMA}.version') is not null as present`);
  if (!rows[0]?.present) return undefined;
  return (await client.query<{ version: number }>(`select version from ${SCHEMA}.version`)).rows[0]?.version;
}

/** Lets pg-boss lay down its own tables in the target, and lists what is to be copied; nothing when there is no queue. */
async function prepare(source: pg.Client, targetUrl: string): Promise<MovedTable[]> {
  const version = await versionOf(source);
  if (version === undefined) return [];
  const { rows } = await source.query(`select name from ${SCHEMA}.queue where partition`);
  if (rows.length > 0) throw new MigrationError('A job queue with a partition of its own cannot be moved.');
  const boss = new PgBoss({ connectionString: targetUrl, schema: SCHEMA, max: 2, supervise: false, schedule: false });
  let problem: Error | undefined;
  boss.on('error', (error) => (problem = error));
  await boss.start();
  await boss.stop({ graceful: false });
  if (problem) throw problem;
  const target = new pg.Client({ connectionString: targetUrl });
  await target.connect();
  try {
    const targetVersion = await versionOf(target);
    if (targetVersion !== version) {
      throw new MigrationError(
        `The job queue has version ${version}, and the target's ${targetVersion}. Start this version of SelfClaw once, stop it, and try again.`,
      );
    }
  } finally {
    await target.end();
  }
  const tables = await listTables(source, SCHEMA);
  return movedTables.flatMap((name) => tables.filter((table) => table.name === name));
}

/** Copies queues, schedules and jobs, so that what was pending is done after the move. Call it inside a transaction. */
async function run(source: pg.Client, target: pg.Client, tables: MovedTable[]): Promise<CopiedTable[]> {
  for (const table of tables.toReversed()) await target.query(`delete from ${table.quoted}`);
  const copied: CopiedTable[] = [];
  for (const table of tables) copied.push(await copyTable(source, target, table));
  return copied;
}

/** The two steps of moving the job queue. */
export const copyJobs = { prepare, run };
