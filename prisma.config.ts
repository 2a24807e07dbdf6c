import { chmodSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'prisma/config';

// Prisma's native schema engine comes from a host outside the package registry. Ours speaks the same
// protocol and runs the WASM build of the same engine. Prisma reads this file before it looks for an engine.
const engine = path.join(import.meta.dirname ?? __dirname, 'prisma', 'schema-engine.mjs');
if (!process.env.PRISMA_SCHEMA_ENGINE_BINARY) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY = engine;
  try {
    chmodSync(engine, 0o755);
  } catch {
    // A read-only checkout keeps the mode it was given by git.
  }
}
process.env.CHECKPOINT_DISABLE ??= '1';

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  // `validate` and `format` need no database, and `datasource.url` must be a URL all the same.
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/none' },
});
