import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { ambientSettings } from '@/tests/ambient-settings';
import { type Account, mustCall, signInOverHttp } from './account';
import type { App } from './app';

/** An install with the demo owner of `npm run seed`, and a second owner who has nothing yet. */
export type Demo = {
  owner: Account;
  newcomer: Account;
  /** Base path of an agent of the owner: `/agents/…`. */
  agent: string;
  /** Path of a conversation of that agent by its title. */
  conversation: (title: string) => string;
};

const root = path.resolve(import.meta.dirname, '../..');

async function seed(app: Pick<App, 'dataDir'>, wallet: string): Promise<void> {
  const cleared = Object.fromEntries(ambientSettings.map((name) => [name, '']));
  const env = { ...process.env, ...cleared, DATA_DIR: app.dataDir, NODE_ENV: 'production' } as NodeJS.ProcessEnv;
  await promisify(execFile)(process.execPath, ['scripts/run.mjs', 'seed', '--wallet', wallet], { cwd: root, env });
}

/** Fills an install that runs on its embedded database. */
export async function furnishDemo(app: Pick<App, 'url' | 'dataDir'>): Promise<Demo> {
  const [owner, newcomer] = await Promise.all([signInOverHttp(app.url), signInOverHttp(app.url)]);
  await seed(app, owner.wallet);
  type Listed = { agents: { id: number; name: string }[] };
  const { agents } = await mustCall<Listed>(owner, 'GET', '/v1/hosted-agents/summary');
  const id = agents.find((agent) => agent.name === 'Safari')?.id;
  if (id === undefined) throw new Error('the demo has no agent of the name Safari');
  type Conversations = { conversations: { id: number; title: string }[] };
  const { conversations } = await mustCall<Conversations>(owner, 'GET', `/v1/hosted-agents/${id}/conversations`);
  return {
    owner,
    newcomer,
    agent: `/agents/${id}`,
    conversation(title) {
      const found = conversations.find((one) => one.title === title);
      if (!found) throw new Error(`the demo has no conversation "${title}"`);
      return `/agents/${id}/chat/${found.id}`;
    },
  };
}
