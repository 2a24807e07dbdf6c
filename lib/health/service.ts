import { stat, statfs, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { OwnedAgent } from '@/lib/auth/principal';
import { BASE_PROMPT_TOKENS } from '@/lib/chat/acceptance';
import { OUTPUT_CAP_TOKENS, quotaDay } from '@/lib/chat/quota';
import { embedder, providers } from '@/lib/llm/runtime';
import { nextUtcDay, now, SECOND_MS } from '@/lib/platform/clock';
import { env } from '@/lib/platform/env';
import { refuse } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { log } from '@/lib/platform/log';
import { metrics } from '@/lib/platform/metrics';
import packageDescription from '@/package.json';
import { findProblems } from './agent-problems';
import { readAgentHealth, readInstall, readWorkers, writeHeartbeat } from './queries';
import type { AgentHealthWire, InstallHealthWire, QuotaWire } from './schema';
import { workerState } from './worker-state';

const iso = (at: Date | null) => at?.toISOString() ?? null;

function describeQuota(row: { used: number; reserved: number }, metered: boolean): QuotaWire {
  const limitTokens = env().DAILY_TOKEN_LIMIT;
  return {
    metered,
    limitTokens,
    usedTokens: row.used,
    reservedTokens: row.reserved,
    remainingTokens: Math.max(0, limitTokens - row.used - row.reserved),
    resetsAt: nextUtcDay(now()).toISOString(),
  };
}

/** The day's tokens of an agent, and why it would not answer or learn. */
export async function checkAgent(agent: OwnedAgent) {
  const [row, workers] = await Promise.all([readAgentHealth(agent, quotaDay()), readWorkers()]);
  if (!row) return refuse('NOT_FOUND', 'Agent not found');
  const model = await providers().resolveChatModel(row.premiumModel);
  const quota = describeQuota(row, model.provider !== 'embedded');
  const state = workerState(workers);
  const problems = findProblems({
    row,
    paused: agent.status === 'paused',
    quota,
    turnTokens: BASE_PROMPT_TOKENS + OUTPUT_CAP_TOKENS,
    model,
    worker: { down: state === 'silent' || state === 'never', seenAt: workers.seenAt },
  });
  const answers = !problems.some(({ reason }) => reason === 'paused' || reason === 'quota');
  return { answers, problems, quota } satisfies AgentHealthWire;
}

async function readStorage(): Promise<InstallHealthWire['storage']> {
  const { DATA_DIR, EMBEDDED_DATABASE } = env();
  const disk = await statfs(DATA_DIR).catch(() => undefined);
  return {
    freeBytes: disk ? disk.bavail * disk.bsize : null,
    totalBytes: disk ? disk.blocks * disk.bsize : null,
    lastBackupAt: EMBEDDED_DATABASE ? iso(await newestBackup(path.join(DATA_DIR, 'backups'))) : null,
  };
}

async function newestBackup(folder: string): Promise<Date | null> {
  const names = await readdir(folder).catch(() => []);
  const times = await Promise.all(
    names
      .filter((name) => name.endsWith('.tar.gz'))
      .map((name) =>
        stat(path.join(folder, name)).then(
          (file) => file.mtimeMs,
          () => 0,
        ),
      ),
  );
  const newestMs = Math.max(0, ...times);
  return newestMs > 0 ? new Date(newestMs) : null;
}

async function readModels(): Promise<InstallHealthWire['models']> {
  const { XAI_API_KEY, XAI_BASE_URL, OPENAI_API_KEY, OPENAI_BASE_URL, OLLAMA_BASE_URL } = env();
  const model = await providers().resolveChatModel(null);
  return {
    mode: model.provider === 'embedded' ? 'recall' : 'model',
    model: model.modelId,
    provider: model.provider,
    providers: [
      { id: 'xai', configured: Boolean(XAI_API_KEY ?? XAI_BASE_URL) },
      { id: 'openai', configured: Boolean(OPENAI_API_KEY ?? OPENAI_BASE_URL) },
      { id: 'local', configured: Boolean(OLLAMA_BASE_URL) || model.provider === 'local' },
    ],
  };
}

const valueOf = async (gauge: { get: () => Promise<{ values: { value: number }[] }> }) => (await gauge.get()).values[0]?.value ?? 0;

async function readDatabase() {
  const startedAtMs = performance.now();
  const workers = await readWorkers();
  const latencyMs = Math.round(performance.now() - startedAtMs);
  return { workers, latencyMs, install: await readInstall(embedder().id) };
}

/** Every part of the install, for its owner's eyes: no secret, no address, no path. */
export async function checkInstall(): Promise<InstallHealthWire> {
  const { openStreams, openReplies } = metrics();
  const [{ workers, latencyMs, install }, models, storage, open, replies] = await Promise.all([
    readDatabase(),
    readModels(),
    readStorage(),
    valueOf(openStreams),
    valueOf(openReplies),
  ]);
  const state = workerState(workers);
  const well = (state === 'working' || state === 'starting') && install.jobsFailed === 0 && install.migrationsUnfinished === 0;
  return {
    status: well ? 'ok' : 'attention',
    version: packageDescription.version,
    startedAt: new Date(Date.now() - process.uptime() * SECOND_MS).toISOString(),
    checkedAt: now().toISOString(),
    database: {
      kind: env().EMBEDDED_DATABASE ? 'embedded' : 'postgresql',
      version: install.serverVersion.split(' ')[0] ?? '',
      latencyMs,
      migrations: { applied: install.migrationsApplied, unfinished: install.migrationsUnfinished, last: install.lastMigration },
    },
    worker: { state, seenAt: iso(workers.seenAt), startedAt: iso(workers.startedAt), processes: workers.processes },
    models,
    embedder: { kind: env().EMBEDDER, id: embedder().id, waitingMemories: install.waitingMemories },
    jobs: {
      waiting: install.jobsWaiting,
      running: install.jobsRunning,
      failed: install.jobsFailed,
      oldestWaitingAt: iso(install.oldestJobAt),
    },
    streams: { open, replies },
    storage,
  };
}

let workerId: string | undefined;

/** Says that this worker process lives. Gives 0: there is nothing to tell in the log. */
export async function beat(): Promise<number> {
  workerId ??= newId();
  await writeHeartbeat(workerId).catch((error: unknown) => log().warn({ error }, 'the sign of life could not be written'));
  return 0;
}
