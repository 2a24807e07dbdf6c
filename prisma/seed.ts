process.env.SELFCLAW_PROCESS ??= 'seed';
process.env.LOG_LEVEL ??= 'warn';

import { parseArgs } from 'node:util';
import { closeRuntime } from '@/lib/llm/runtime';
import { closeDatabase } from '@/lib/platform/database';
import { closeJobs } from '@/lib/platform/jobs';
import { openDatabase } from './seed/open-database';
import { OwnerHasAgents, seedOwner } from './seed/seed-owner';

// Command: seed --wallet 0x… [--replace] [--yes-in-production]. Fills a demo owner; nothing runs it by itself.
const USAGE = 'Usage: npm run seed -- --wallet 0x… [--replace] [--yes-in-production]\n';

function readOptions(): { wallet: string; replace: boolean } {
  const options = { wallet: { type: 'string' }, replace: { type: 'boolean' }, 'yes-in-production': { type: 'boolean' } } as const;
  const { values } = parseArgs({ options });
  if (!values.wallet || !/^0x[0-9a-fA-F]{40}$/.test(values.wallet)) throw new Error(`--wallet must be 0x and 40 hex digits.\n${USAGE}`);
  if (process.env.DATABASE_URL && !values['yes-in-production']) {
    throw new Error('DATABASE_URL is set: this would write demo data into that server. --yes-in-production says that it may.');
  }
  return { wallet: values.wallet, replace: values.replace ?? false };
}

async function main(): Promise<void> {
  const { wallet, replace } = readOptions();
  const close = await openDatabase();
  try {
    const agents = await seedOwner(wallet, { replace });
    process.stdout.write(`${wallet} now has ${agents.map((agent) => agent.name).join(', ')}. Sign in with that wallet to see them.\n`);
  } finally {
    await closeRuntime();
    await closeJobs();
    await closeDatabase();
    await close();
  }
}

try {
  await main();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(error instanceof OwnerHasAgents ? 3 : 1);
}
