import { reply } from '@/lib/api/handle';
import { now } from '@/lib/platform/clock';
import { pool } from '@/lib/platform/database';

/** Groups of features that this server has. */
const FEATURES = ['agents', 'templates', 'chat', 'conversations', 'memories', 'soul', 'skills', 'settings', 'api-keys', 'grants'];

const SLOW_MS = 5_000;
const GIVE_UP_MS = 8_000;

let asking: Promise<number> | undefined;

/** One question at a time, shared by all who ask meanwhile: anybody may call this, and must not fill the pool by it. */
function databaseLatencyMs(): Promise<number> {
  asking ??= measureLatencyMs().finally(() => {
    asking = undefined;
  });
  return asking;
}

async function measureLatencyMs(): Promise<number> {
  const startedAtMs = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database did not answer in time')), GIVE_UP_MS);
  });
  try {
    await Promise.race([pool().query('select 1'), limit]);
  } finally {
    clearTimeout(timer);
  }
  return Math.round(performance.now() - startedAtMs);
}

/** Whether the database answers, and how fast; 503 in the contract's shape when it does not. */
export async function readHealth() {
  const timestamp = now().toISOString();
  try {
    const dbLatencyMs = await databaseLatencyMs();
    return {
      status: 'ok' as const,
      db: dbLatencyMs > SLOW_MS ? ('slow' as const) : ('ok' as const),
      dbLatencyMs,
      timestamp,
      features: FEATURES,
    };
  } catch {
    const body = {
      status: 'degraded' as const,
      error: 'Database connection unavailable',
      code: 'SERVICE_UNAVAILABLE' as const,
      retryAfterMs: 5_000,
      timestamp,
    };
    return reply(503, body, { 'retry-after': '5' });
  }
}
