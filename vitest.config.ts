import path from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

const integrationTests = '**/*.integration.test.{ts,tsx}';
const elsewhere = [...configDefaults.exclude, '.next/**', 'dist/**', 'generated/**', 'data/**', 'e2e/**', 'packages/*/dist/**'];

// The same integration files run on both databases; each file gets a migrated database of its own.
export default defineConfig({
  resolve: {
    alias: {
      '@': import.meta.dirname,
      'server-only': path.join(import.meta.dirname, 'tests/server-only.ts'),
    },
  },
  test: {
    environment: 'node',
    restoreMocks: true,
    // What is waited for comes late on a busy machine; what never comes still fails, only later.
    expect: { poll: { timeout: 15_000 } },
    unstubEnvs: true,
    unstubGlobals: true,
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...elsewhere, integrationTests],
          setupFiles: ['tests/environment.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration-embedded',
          include: [integrationTests],
          exclude: elsewhere,
          globalSetup: ['tests/embedded-template.ts'],
          setupFiles: ['tests/environment.ts', 'tests/database-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration-postgres',
          include: [integrationTests],
          exclude: elsewhere,
          globalSetup: ['tests/postgres-template.ts'],
          setupFiles: ['tests/environment.ts', 'tests/database-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
          maxWorkers: 4,
        },
      },
    ],
  },
});
