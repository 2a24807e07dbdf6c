import { pool, waitingForDatabase } from './database';
import { log } from './log';

/** What workers count. They serve no requests, so their counts lie in the database, where every process that does finds them. */
export type WorkCount = { kind: 'job' | 'sweep'; name: string; outcome: string; count: number };

/** Adds to a count. What is counted is done by then, so a count that cannot be written is a line in the log and nothing more. */
export async function countWork({ kind, name, outcome, count }: WorkCount): Promise<void> {
  try {
    await pool().query({
      name: 'work-count',
      text: `insert into work_counts as w (kind, name, outcome, count) values ($1, $2, $3, $4)
             on conflict (kind, name, outcome) do update set count = w.count + excluded.count`,
      values: [kind, name, outcome, count],
    });
  } catch (error) {
    log().warn({ error, kind, name, outcome }, 'a finished work could not be counted');
  }
}

const READ_TIMEOUT_MS = 1_000;

let lastRead: WorkCount[] = [];
let reading: Promise<WorkCount[]> | undefined;

async function readCounts(): Promise<WorkCount[]> {
  const { rows } = await pool().query<WorkCount>({
    name: 'work-counts-read',
    text: `select kind, name, outcome, count::float8 as count from work_counts order by kind, name, outcome`,
  });
  lastRead = rows;
  return rows;
}

/**
 * The counts of all workers since the install began. A scrape must not wait for a database that is busy or away, so after a second, or at
 * once while others wait for a connection, it is given what was read last.
 */
export async function readWorkCounts(): Promise<WorkCount[]> {
  if (waitingForDatabase() > 0) return lastRead;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<WorkCount[]>((resolve) => {
    timer = setTimeout(() => resolve(lastRead), READ_TIMEOUT_MS);
  });
  reading ??= readCounts()
    .catch((error: unknown) => {
      log().warn({ error }, 'the counts of finished work could not be read');
      return lastRead;
    })
    .finally(() => (reading = undefined));
  return Promise.race([reading, late]).finally(() => clearTimeout(timer));
}
