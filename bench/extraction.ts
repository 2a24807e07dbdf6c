import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { SeededOwner } from './seed';
import type { Server } from './surroundings';
import { chatRequest, wholeTurn } from './turns';

const TURNS = 64;

/** Makes the model server answer with an empty list whenever facts are asked for. */
export async function scriptEmptyFacts(modelOrigin: string): Promise<void> {
  const answer = { when: { wantsJson: true }, times: 0, text: '{"facts":[]}' };
  await fetch(`${modelOrigin}/__script`, { method: 'POST', body: JSON.stringify(answer) });
}

async function query<Row extends pg.QueryResultRow>(databaseUrl: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const countWaiting = async (databaseUrl: string) => {
  const [row] = await query<{ waiting: number }>(
    databaseUrl,
    `select count(*)::int as waiting from pgboss.job where name = 'memories-extract' and state in ('created', 'retry', 'active')`,
  );
  return row?.waiting ?? 0;
};

export const countJobs = {
  /** Empties the queue, sends turns, and counts the jobs that they leave. */
  afterTurns: async (databaseUrl: string, product: Server, owners: readonly SeededOwner[]): Promise<number> => {
    await query(databaseUrl, `delete from pgboss.job where name = 'memories-extract'`);
    for (const owner of owners.slice(0, TURNS)) await wholeTurn(chatRequest(product.origin, owner));
    return countWaiting(databaseUrl);
  },
  /** Waits until no job is left, at most `timeoutMs`; gives how many are. */
  untilDone: async (databaseUrl: string, timeoutMs: number): Promise<number> => {
    const untilMs = performance.now() + timeoutMs;
    for (;;) {
      const waiting = await countWaiting(databaseUrl);
      if (waiting === 0 || performance.now() > untilMs) return waiting;
      await sleep(250);
    }
  },
};
