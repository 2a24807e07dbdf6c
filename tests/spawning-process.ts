// A worker that works on one spawning and dies by SIGKILL where its environment says: when the end of that step was written and is not
// yet committed.
import pg from 'pg';

const { AGENT_ID: agentId = '', KILL_AT: killAt } = process.env;

const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
pg.Client.prototype.query = function killAfterEnd(this: pg.Client, ...given: unknown[]) {
  const [text, values] = given as [unknown, unknown[] | undefined];
  const result = query.apply(this, given);
  const isEnd = typeof text === 'string' && text.startsWith('update spawning_steps set status') && values?.[2] === killAt;
  if (!isEnd) return result;
  return (result as Promise<unknown>).then(() => process.kill(process.pid, 'SIGKILL'));
} as typeof pg.Client.prototype.query;

const { handleSpawnAgent } = await import('@/lib/spawning/job-handlers');
await handleSpawnAgent({ agentId });
process.exit(0);
