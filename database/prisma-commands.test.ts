import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLog } from './database-log';
import { startMemoryDatabase } from './embedded/memory-database';
import { applyMigrations } from './migrate';
import { startDatabaseProcess, type DatabaseProcess } from './testing/database-process';
import { makeTemporaryFolder } from './testing/temporary-folder';

const root = path.resolve(import.meta.dirname, '..');
const folder = makeTemporaryFolder();
let database: DatabaseProcess;

beforeAll(async () => {
  database = await startDatabaseProcess(folder);
  fs.mkdirSync(path.join(folder, 'schema'));
  fs.writeFileSync(
    path.join(folder, 'schema', 'note.prisma'),
    `generator client {\n provider = "prisma-client"\n output = "../client"\n}\ndatasource db {\n provider = "postgresql"\n}
model Note {\n id Int @id @default(autoincrement())\n text String\n embedding Unsupported("vector(2)")?\n}\n`,
  );
  fs.mkdirSync(path.join(folder, 'migrations', '20260101000000_first'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'migrations', 'migration_lock.toml'), 'provider = "postgresql"\n');
  fs.writeFileSync(
    path.join(folder, 'migrations', '20260101000000_first', 'migration.sql'),
    'CREATE EXTENSION IF NOT EXISTS vector;\nCREATE TABLE "Note" ("id" SERIAL NOT NULL, "text" TEXT NOT NULL, "embedding" vector(2), CONSTRAINT "Note_pkey" PRIMARY KEY ("id"), CONSTRAINT "short" CHECK (length("text") < 100));\n',
  );
  fs.writeFileSync(
    path.join(folder, 'prisma.config.ts'),
    `import { defineConfig } from '${path.join(root, 'node_modules/prisma/config.js')}';
process.env.PRISMA_SCHEMA_ENGINE_BINARY = '${path.join(root, 'prisma/schema-engine.mjs')}';
export default defineConfig({ schema: 'schema', migrations: { path: 'migrations' }, datasource: { url: process.env.DATABASE_URL! } });`,
  );
}, 120_000);
afterAll(() => database?.end('SIGTERM'));

async function prisma(...parameters: string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [path.join(root, 'node_modules/prisma/build/index.js'), ...parameters, '--config', path.join(folder, 'prisma.config.ts')],
    { cwd: root, env: { ...process.env, DATABASE_URL: database.url, CHECKPOINT_DISABLE: '1', CI: '1' } },
  ).catch((error: { stdout: string; stderr: string }) => error);
  return stdout + stderr;
}

test('after our own migration run the Prisma commands find nothing to do, and they write the next migration', async () => {
  const settings = { connectionString: database.url, directory: path.join(folder, 'migrations'), log: silentLog };
  expect(await prisma('migrate', 'status')).toContain('have not yet been applied');
  expect(await applyMigrations(settings)).toEqual(['20260101000000_first']);
  expect(await prisma('migrate', 'status')).toContain('Database schema is up to date!');
  expect(await prisma('migrate', 'deploy')).toContain('No pending migrations to apply.');
  const schema = path.join(folder, 'schema', 'note.prisma');
  fs.writeFileSync(schema, fs.readFileSync(schema, 'utf8').replace('text String', 'text String\n title String?'));
  const difference = await prisma(
    'migrate',
    'diff',
    '--from-migrations',
    path.join(folder, 'migrations'),
    '--to-schema',
    path.join(folder, 'schema'),
    '--script',
  );
  expect(difference).toContain('ALTER TABLE "Note" ADD COLUMN     "title" TEXT;');
  expect(difference).not.toMatch(/DROP/);
}, 120_000);

test('a database that lives in memory is there until it is stopped', async () => {
  const memory = await startMemoryDatabase();
  expect(await applyMigrations({ connectionString: memory.url, directory: path.join(folder, 'migrations'), log: silentLog })).toHaveLength(
    1,
  );
  await memory.stop();
  await expect(
    applyMigrations({ connectionString: memory.url, directory: path.join(folder, 'migrations'), log: silentLog }),
  ).rejects.toThrow('nothing listens');
}, 120_000);
