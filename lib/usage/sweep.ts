import { now } from '@/lib/platform/clock';
import { forgetUsage } from './queries';
import { usageWindows } from './windows';

/** Rows of one statement: each takes the calls of an hour with it. */
const ROWS_A_STATEMENT = 500;
/** Statements of one sweep, so that a long absence is made up in parts. */
const MOST_STATEMENTS = 40;

/** Forgets the calls of models that are older than 30 days. Gives how many rows of sums went. */
export async function sweepUsage(): Promise<number> {
  const { month } = usageWindows(now());
  let total = 0;
  for (let statement = 0; statement < MOST_STATEMENTS; statement += 1) {
    const forgotten = await forgetUsage(month, ROWS_A_STATEMENT);
    total += forgotten;
    if (forgotten < ROWS_A_STATEMENT) break;
  }
  return total;
}
