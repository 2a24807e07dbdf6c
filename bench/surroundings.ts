import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { silentLog } from '@/database/database-log';
import { prepareDatabase } from '@/database/prepare';
import { buildWhenNeeded } from '@/scripts/build.mjs';
import { progress } from '@/scripts/progress.mjs';
import { startPostgres } from '@/scripts/test/postgres.mjs';
import { runAsAdmin, withDatabase } from '@/tests/database';
import { type BenchProcess, freePort, root, startProcess } from './processes';

export type BenchDatabase = { kind: 'postgres' | 'embedded'; url: string; stop: () => Promise<void> };

export type Server = BenchProcess & { origin: string };

const API_EMBEDDER_MODEL = 'text-embedding-3-small';

/** The id that memories carry whose vectors came from the local embedding service. */
export const API_EMBEDDER_ID = `${API_EMBEDDER_MODEL}-512`;

// To measure other bundles than those of the checkout, and to leave its build alone.
const ownBundles = process.env.SELFCLAW_BENCH_BUNDLES;

/** The file of a bundled process. */
export const bundleOf = (name: string) => path.join(ownBundles ?? 'dist', `${name}.js`);

/** Builds what a production start runs, unless `SELFCLAW_BENCH_BUNDLES` names a folder with other bundles. */
export async function ensureBuild(): Promise<void> {
  if (!ownBundles) await buildWhenNeeded({ say: progress });
}

const prepare = (connectionString: string) =>
  prepareDatabase({ connectionString, directory: path.join(root, 'prisma', 'migrations'), log: silentLog });

/** An empty, migrated database on a real PostgreSQL with pgvector: that of `TEST_DATABASE_URL`, or a temporary one. */
export async function startPostgresDatabase(): Promise<BenchDatabase> {
  const cluster = await startPostgres({ install: true, log: console.error });
  if ('unavailable' in cluster) throw new Error(`This bench needs PostgreSQL with pgvector: ${cluster.unavailable}`);
  const name = `selfclaw_bench_${randomBytes(4).toString('hex')}`;
  await runAsAdmin(cluster.url, `create database "${name}"`);
  const url = withDatabase(cluster.url, name);
  await prepare(url);
  const stop = async () => {
    await runAsAdmin(cluster.url, `drop database if exists "${name}" with (force)`);
    await cluster.stop();
  };
  return { kind: 'postgres', url, stop };
}

/** An empty, migrated embedded database, as `npm start` runs it, in a temporary folder. */
export async function startEmbeddedDatabase(): Promise<BenchDatabase> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'selfclaw-bench-'));
  const server = await startProcess({
    command: [bundleOf('database')],
    environment: { DATA_DIR: dataDir },
    readyLine: /^postgres(ql)?:\/\//,
  });
  const url = server.line.trim();
  await prepare(url);
  const stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { kind: 'embedded', url, stop };
}

const REPLY =
  'That sounds like a good plan, and it fits what you told me before. Start small this week, keep the mornings free, and note down each evening ' +
  'what went well. By Sunday we look at the notes together and decide what to change, so that the next week is easier than this one.';

/** The local model server: chat and embeddings, `delayMs` before each of the reply's 60 tokens. */
export async function startModel(delayMs: number): Promise<Server> {
  const { pid, stop, line } = await startProcess({
    command: ['--import', 'tsx', 'tests/model-server-main.ts', '--quiet', '--delay-ms', String(delayMs), '--default-text', REPLY],
    readyLine: /^\{"origin"/,
  });
  return { pid, stop, origin: (JSON.parse(line) as { origin: string }).origin };
}

export type ProductOptions = {
  database: BenchDatabase;
  model: Server;
  embedder?: 'api' | 'embedded';
  environment?: Record<string, string>;
  /** Arguments of `node` before the entry. */
  nodeOptions?: readonly string[];
};

// `bench/api-entry.ts` can stand in for the whole entry while pages cannot be built.
const webEntry = () => {
  const entry = process.env.SELFCLAW_BENCH_ENTRY ?? bundleOf('web');
  return entry.endsWith('.ts') ? ['--import', 'tsx', entry] : [entry];
};

function modelSettings(model: Server, embedder: 'api' | 'embedded'): Record<string, string> {
  const baseUrl = `${model.origin}/v1`;
  return {
    OPENAI_BASE_URL: baseUrl,
    OPENAI_API_KEY: 'bench',
    MODEL_PROBE: 'false',
    EMBEDDER: embedder,
    ...(embedder === 'api' ? { EMBEDDER_BASE_URL: baseUrl, EMBEDDER_API_KEY: 'bench', EMBEDDER_MODEL: API_EMBEDDER_MODEL } : {}),
  };
}

const secret = 'a secret of the bench, at least thirty-two characters long';
const secrets = { SESSION_SECRET: secret, ENCRYPTION_KEY: secret, NEXTAUTH_SECRET: secret };

/** Sets this process up for the product's own modules on that database, with the embedded encoder. */
export function enterProduct(database: BenchDatabase): void {
  Object.assign(process.env, { DATABASE_URL: database.url, EMBEDDER: 'embedded', ...secrets });
}

/** What the processes of an install share; limits for people are out of the way, those of the machine stay. */
export function productEnvironment({
  database,
  model,
  embedder = 'api',
  environment,
}: Omit<ProductOptions, 'nodeOptions'>): Record<string, string> {
  return {
    DATABASE_URL: database.url,
    EMBEDDED_DATABASE: String(database.kind === 'embedded'),
    ...secrets,
    HOST: '127.0.0.1',
    DAILY_TOKEN_LIMIT: '2000000000',
    RATE_LIMIT_FACTOR: '1000000',
    ...modelSettings(model, embedder),
    ...environment,
  };
}

/** Starts SelfClaw's web process as production does. */
export async function startProduct(options: ProductOptions): Promise<Server> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const { pid, stop } = await startProcess({
    command: [...(options.nodeOptions ?? []), ...webEntry()],
    environment: { ...productEnvironment(options), PORT: String(port), PUBLIC_URL: origin, NEXTAUTH_URL: origin },
    readyUrl: `${origin}/api/selfclaw/v1/gateway/health`,
  });
  return { pid, stop, origin };
}

/** Starts one of the hand-written servers, which prints where it listens. */
export async function startHandWritten(file: string, environment: Record<string, string>): Promise<Server> {
  const { pid, stop, line } = await startProcess({
    command: ['--import', 'tsx', path.join('bench', 'hand-written', file)],
    environment,
    readyLine: /^http:/,
  });
  return { pid, stop, origin: line.trim() };
}
