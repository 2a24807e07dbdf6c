// A known configuration for every test file: what the developer's shell exports must not change a result.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { ambientSettings } from './ambient-settings';

for (const name of ambientSettings) delete process.env[name];

const dataDir = mkdtempSync(path.join(tmpdir(), 'selfclaw-test-'));
Object.assign(process.env, {
  DATA_DIR: dataDir,
  SESSION_SECRET: 'session-secret-of-the-test-suite-0123456789',
  ENCRYPTION_KEY: 'encryption-key-of-the-test-suite-0123456789',
  LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
  MODEL_PROBE: 'false',
  RATE_LIMIT_FACTOR: '1000',
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
