import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pool } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { callJson, createAgent, signIn } from '@/tests/api';
import { openChat } from '@/tests/chat';
import type { Findings } from './research-prompt';
import { spawningSteps, type SpawningStatusWire } from './schema';

const server = await openChat(() => {});
const root = path.resolve(import.meta.dirname, '../..');

// Built once, because the test starts it seven times.
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(root, 'node_modules/.spawning-'));
  await build({
    entryPoints: [path.join(root, 'tests/spawning-process.ts')],
    outfile: path.join(folder, 'process.mjs'),
    tsconfig: path.join(root, 'tsconfig.json'),
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Works on a spawning in a process of its own; gives the signal that ended it. */
function work(agentId: number, killAt?: string): Promise<string | null> {
  const child = spawn(process.execPath, [path.join(folder, 'process.mjs')], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: env().DATABASE_URL,
      XAI_API_KEY: 'k',
      XAI_BASE_URL: server.baseUrl,
      AGENT_ID: String(agentId),
      ...(killAt ? { KILL_AT: killAt } : {}),
    },
  });
  return new Promise((resolve, reject) => child.once('error', reject).once('exit', (code, signal) => resolve(signal ?? String(code))));
}

const FOUND: Findings = {
  summary: 'Ada Njeri repairs bicycles in Kisumu.',
  interests: [],
  skills: [],
  recentActivity: [],
  personalContext: '',
  facts: [{ fact: 'User repairs bicycles in Kisumu', category: 'identity' }],
  inferred: [],
  tasks: [{ title: 'Compare rents in Kisumu', description: 'Read what workshops cost to rent there.' }],
};

test('a worker that is killed at every step leaves nothing half, and the next goes on', async () => {
  const { headers } = await signIn();
  const id = await createAgent(headers, { ownerName: 'Ada Njeri', xHandle: '@adanjeri', challenges: ['Rents'] });
  server.script({ text: JSON.stringify(FOUND), times: 0 });
  const status = () => callJson<SpawningStatusWire>('GET', `/api/selfclaw/v1/hosted-agents/${id}/spawning-status`, { headers });
  const read = async (column: string, table: string) =>
    (await pool().query<{ value: string }>(`select ${column} as value from ${table} where agent_id = $1 order by 1`, [id])).rows.map(
      ({ value }) => value,
    );
  for (const [index, step] of spawningSteps.entries()) {
    expect(await work(id, step)).toBe('SIGKILL');
    const states = spawningSteps.map((_, at) => (at < index ? 'done' : at === index ? 'active' : 'pending'));
    expect((await status()).progress.map((one) => one.status)).toEqual(states);
  }
  expect(await work(id)).toBe('0');
  expect(await status()).toMatchObject({ spawningStatus: 'ready', research: { summary: FOUND.summary } });
  const facts = [
    'User is @adanjeri on X',
    'User faces this challenge: Rents',
    'User repairs bicycles in Kisumu',
    "User's name is Ada Njeri",
  ];
  expect(new Set(await read('content', 'memories'))).toEqual(new Set(facts));
  expect(await read('content', 'memories')).toHaveLength(facts.length);
  expect(await read('title', 'knowledge')).toEqual(['What is publicly known about Ada Njeri']);
  expect(await read('title', 'tasks')).toEqual(['Compare rents in Kisumu']);
  expect(await read('field', 'knowledge_gaps')).toHaveLength(7);
  // Research was killed once before its result was kept, so it was asked twice.
  expect(await read('call_type', 'model_calls')).toEqual(['spawning', 'spawning']);
}, 90_000);
