// A known configuration for every test file: what the developer's shell exports must not change a result.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

const ambient = [
  'DATABASE_URL',
  'PUBLIC_URL',
  'XAI_API_KEY',
  'XAI_BASE_URL',
  'OPENAI_API_KEY',
  'OPENAI_BASE_URL',
  'OLLAMA_BASE_URL',
  'OLLAMA_MODEL',
  'EMBEDDER',
  'EMBEDDER_API_KEY',
  'EMBEDDER_BASE_URL',
  'ADMIN_WALLETS',
  'METRICS_TOKEN',
  'CHAIN_RPC_URL',
];
for (const name of ambient) delete process.env[name];

const dataDir = mkdtempSync(path.join(tmpdir(), 'selfclaw-test-'));
Object.assign(process.env, {
  DATA_DIR: dataDir,
  SESSION_SECRET: 'session-secret-of-the-test-suite-0123456789',
  ENCRYPTION_KEY: 'encryption-key-of-the-test-suite-0123456789',
  LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
  MODEL_PROBE: 'false',
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
